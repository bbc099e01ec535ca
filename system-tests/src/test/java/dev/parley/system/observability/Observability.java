package dev.parley.system.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of deploy/observability. */
final class Observability {

  private static final Path FOLDER = Path.of("..", "deploy", "observability");

  private Observability() {}

  /** The alert rules. */
  static List<JsonNode> alerts() {
    return read(new ObjectMapper(new YAMLFactory()), "alerts.yml").findValues("rules").stream()
        .flatMap(Observability::elements)
        .toList();
  }

  /** The panels of the dashboard that show something. */
  static List<JsonNode> panels() {
    return elements(dashboard().get("panels")).filter(panel -> panel.has("targets")).toList();
  }

  static JsonNode dashboard() {
    return read(new ObjectMapper(), "dashboard.json");
  }

  /** The names that Prometheus gives to the services. */
  static List<String> jobs() {
    return read(new ObjectMapper(new YAMLFactory()), "prometheus.yml").findValuesAsText("job_name");
  }

  /** Of every alert and every panel. */
  static List<Expression> expressions() {
    return Stream.concat(
            alerts().stream().map(alert -> alert.get("expr").asText()),
            panels().stream().flatMap(panel -> panel.findValuesAsText("expr").stream()))
        .map(Expression::new)
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(ObjectMapper format, String name) {
    try {
      return format.readTree(FOLDER.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
