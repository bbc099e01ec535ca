package dev.parley.system.traces;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A span as a service told it to its collector.
 *
 * @param parentId empty of the first span of a trace
 * @param attributes its own; numbers and truth values as text
 * @param resource those of the process
 */
public record ExportedSpan(
    String traceId,
    String spanId,
    String parentId,
    String name,
    Map<String, String> attributes,
    Map<String, String> resource) {

  /** Of an {@code ExportTraceServiceRequest} of OTLP 1. */
  static List<ExportedSpan> parse(byte[] request) {
    return ProtobufMessage.parse(request).messages(1).stream()
        .flatMap(ExportedSpan::ofProcess)
        .toList();
  }

  private static Stream<ExportedSpan> ofProcess(ProtobufMessage spans) {
    Map<String, String> resource = attributes(spans.messages(1).getFirst(), 1);
    return spans.messages(2).stream()
        .flatMap(scope -> scope.messages(2).stream())
        .map(span -> of(span, resource));
  }

  private static ExportedSpan of(ProtobufMessage span, Map<String, String> resource) {
    return new ExportedSpan(
        span.hex(1), span.hex(2), span.hex(4), span.text(5), attributes(span, 9), resource);
  }

  private static Map<String, String> attributes(ProtobufMessage owner, int number) {
    return owner.messages(number).stream()
        .collect(
            Collectors.toMap(pair -> pair.text(1), pair -> value(pair.messages(2).getFirst())));
  }

  private static String value(ProtobufMessage any) {
    if (any.has(1)) {
      return any.text(1);
    }
    return any.has(2) ? Boolean.toString(any.number(2) == 1) : Long.toString(any.number(3));
  }

  public String service() {
    return resource.get("service.name");
  }
}
