package dev.parley.system.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The resources of an overlay or of a file, as parsed YAML. */
record Manifests(List<JsonNode> resources) {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  static Manifests read(String yaml) {
    try (MappingIterator<JsonNode> documents = MAPPER.readerFor(JsonNode.class).readValues(yaml)) {
      return new Manifests(documents.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<JsonNode> ofKind(String kind) {
    return resources.stream().filter(resource -> resource.path("kind").asText().equals(kind));
  }

  Optional<JsonNode> find(String kind, String name) {
    return ofKind(kind).filter(resource -> name(resource).equals(name)).findFirst();
  }

  /** Everything that makes pods. */
  Stream<JsonNode> workloads() {
    return Stream.of("Deployment", "StatefulSet").flatMap(this::ofKind);
  }

  /** Parley's own services are what autoscalers scale. */
  Stream<JsonNode> services() {
    return ofKind("HorizontalPodAutoscaler")
        .flatMap(scaler -> find("Deployment", name(scaler)).stream());
  }

  /** The workloads whose pods this selector selects. */
  Stream<JsonNode> selectedBy(JsonNode selector) {
    return workloads().filter(workload -> selects(selector, workload));
  }

  /** Knows labels, and expressions with the operator "In". */
  static boolean selects(JsonNode selector, JsonNode workload) {
    JsonNode labels = workload.at("/spec/template/metadata/labels");
    return selector.path("matchLabels").properties().stream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
        && list(selector.path("matchExpressions"))
            .allMatch(
                each ->
                    each.path("operator").asText().equals("In")
                        && list(each.path("values"))
                            .anyMatch(labels.path(each.path("key").asText())::equals));
  }

  static Stream<JsonNode> containers(JsonNode workload) {
    return Stream.of("initContainers", "containers")
        .flatMap(kind -> list(workload.at("/spec/template/spec").path(kind)));
  }

  /** The ConfigMaps with a workload's variables. */
  Stream<JsonNode> settings(JsonNode workload) {
    return workload.findValues("configMapRef").stream()
        .flatMap(reference -> find("ConfigMap", reference.path("name").asText()).stream());
  }

  /** The elements of a list; none for anything else. */
  static Stream<JsonNode> list(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static String name(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }

  /** {@code "Deployment/chat-gateway"}, without the hash of a generated name. */
  static String id(JsonNode resource) {
    return resource.path("kind").asText() + "/" + name(resource).replaceFirst("-[0-9a-z]{10}$", "");
  }

  /** The findings about each resource, after its id. */
  static Stream<String> each(
      Stream<JsonNode> resources, Function<JsonNode, Stream<String>> findings) {
    return resources.flatMap(
        resource -> findings.apply(resource).map((id(resource) + ": ")::concat));
  }

  static Stream<String> unless(boolean isRight, String finding) {
    return isRight ? Stream.of() : Stream.of(finding);
  }
}
