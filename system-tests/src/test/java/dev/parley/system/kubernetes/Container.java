package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** One container of a pod. */
record Container(JsonNode json) {

  String name() {
    return json.path("name").asText();
  }

  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** Whether a port is declared under this name or number. */
  boolean hasPort(JsonNode port) {
    return Json.list(json.path("ports"))
        .anyMatch(
            declared ->
                port.isTextual()
                    ? declared.path("name").equals(port)
                    : declared.path("containerPort").equals(port));
  }

  Stream<JsonNode> probes() {
    return Stream.of("startupProbe", "livenessProbe", "readinessProbe")
        .map(json::path)
        .filter(JsonNode::isObject);
  }
}
