package dev.parley.system.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.stack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** What a service that logs as JSON has written until now. */
record JsonLog(ServiceProcess service) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every line, from the first one on that the service itself wrote: the JVM may warn before. */
  List<JsonNode> entries() {
    List<String> complete = text().substring(0, text().lastIndexOf('\n') + 1).lines().toList();
    return complete.stream().dropWhile(line -> !line.startsWith("{")).map(JsonLog::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  String text() {
    try {
      return Files.readString(service.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean tellsOf(String requestId) {
    return entries().stream()
        .anyMatch(entry -> entry.at("/mdc/requestId").asText().equals(requestId));
  }
}
