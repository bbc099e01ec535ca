package dev.parley.system.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes spans by OTLP over HTTP, as a collector of OpenTelemetry does, and keeps all of them. */
public final class TraceCollector implements AutoCloseable {

  private final List<ExportedSpan> spans = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  public static TraceCollector start() {
    try {
      TraceCollector collector =
          new TraceCollector(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      collector.server.createContext("/v1/traces", collector::take);
      collector.server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.add(
          exchange.getRequestHeaders() + "\n" + new String(body, StandardCharsets.ISO_8859_1));
      spans.addAll(ExportedSpan.parse(body));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<ExportedSpan> spans() {
    return List.copyOf(spans);
  }

  /** All that was ever told, headers and bytes; a byte is a character. */
  public String everything() {
    return requests.stream().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
