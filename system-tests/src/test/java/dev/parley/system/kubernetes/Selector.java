package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A label selector: {@code {"matchLabels": …, "matchExpressions": …}}. One without either selects
 * everything.
 */
record Selector(JsonNode json) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a Service has instead: labels alone. */
  static Selector ofLabels(JsonNode labels) {
    return new Selector(MAPPER.createObjectNode().set("matchLabels", labels));
  }

  boolean selects(JsonNode labels) {
    return json.path("matchLabels").properties().stream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
        && Json.list(json.path("matchExpressions")).allMatch(each -> matches(each, labels));
  }

  private static boolean matches(JsonNode expression, JsonNode labels) {
    JsonNode label = labels.path(expression.path("key").asText());
    return switch (expression.path("operator").asText()) {
      case "In" -> Json.list(expression.path("values")).anyMatch(label::equals);
      case "NotIn" -> Json.list(expression.path("values")).noneMatch(label::equals);
      case "Exists" -> !label.isMissingNode();
      case "DoesNotExist" -> label.isMissingNode();
      default -> false;
    };
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
