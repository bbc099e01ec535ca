package dev.parley.system.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The libraries that a module is made of, as its build has written them down in CycloneDX. */
record Sbom(List<Component> components) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");
  private static final Pattern CHOICE = Pattern.compile(" OR ");

  Sbom {
    components = List.copyOf(components);
  }

  static Sbom of(String module) {
    try {
      return parse(Files.readString(Path.of("..", module, "target", "sbom.cdx.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sbom parse(String json) throws IOException {
    return new Sbom(list(JSON.readTree(json).path("components")).map(Sbom::component).toList());
  }

  private static Component component(JsonNode component) {
    return new Component(
        component.path("group").asText(),
        component.path("name").asText(),
        component.path("version").asText(),
        classifier(component.path("purl").asText()),
        list(component.path("licenses")).flatMap(Sbom::choices).toList());
  }

  private static String classifier(String purl) {
    Matcher found = CLASSIFIER.matcher(purl);
    return found.find() ? found.group(1) : "";
  }

  private static Stream<String> choices(JsonNode choice) {
    JsonNode licence = choice.path("license");
    return choice.has("expression")
        ? choicesOf(choice.get("expression").asText())
        : Stream.of(licence.path("id").asText(licence.path("name").asText()));
  }

  /** {@code (EPL-2.0 OR GPL-3.0-only)}; where several hold together, they are no choice. */
  private static Stream<String> choicesOf(String expression) {
    return expression.contains(" AND ")
        ? Stream.of(expression)
        : CHOICE.splitAsStream(expression.replaceAll("[()]", ""));
  }

  private static Stream<JsonNode> list(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
