package dev.parley.system.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonParseException;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.JSON;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Kubernetes knows the kind, the fields and the types of each resource. The client's models refuse
 * unknown and missing fields. If they read a value as another type, such as "2" as 2, it differs
 * when they write it again.
 */
final class SchemaCheck {

  private static final Set<String> KINDS =
      Set.of(
          "v1 ConfigMap",
          "v1 Namespace",
          "v1 Secret",
          "v1 Service",
          "apps/v1 Deployment",
          "apps/v1 StatefulSet",
          "autoscaling/v2 HorizontalPodAutoscaler",
          "networking.k8s.io/v1 Ingress",
          "networking.k8s.io/v1 NetworkPolicy",
          "policy/v1 PodDisruptionBudget");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SchemaCheck() {}

  static Stream<String> findings(Manifests manifests) {
    return Manifests.each(manifests.resources().stream(), SchemaCheck::ofResource);
  }

  private static Stream<String> ofResource(JsonNode resource) {
    String kind = resource.path("apiVersion").asText() + " " + resource.path("kind").asText();
    return KINDS.contains(kind) ? ofModel(resource, model(kind)) : Stream.of("unknown: " + kind);
  }

  /** {@code "apps/v1 Deployment"} is {@code V1Deployment}. */
  private static Class<?> model(String kind) {
    try {
      String name = kind.replaceFirst(".*v([0-9]) ", "V$1");
      return Class.forName("io.kubernetes.client.openapi.models." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> ofModel(JsonNode json, Class<?> model) {
    try {
      Object read = JSON.getGson().fromJson(json.toString(), model);
      return differences("", json, MAPPER.readTree(JSON.getGson().toJson(read)));
    } catch (IllegalArgumentException | JsonParseException | QuantityFormatException refused) {
      return Stream.of(withoutJson(refused.getMessage()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Messages end in the whole object that is wrong. */
  private static String withoutJson(String message) {
    return message.replaceFirst("(?s)(\\. JSON)?: \\{.*", "");
  }

  private static Stream<String> differences(String at, JsonNode written, JsonNode read) {
    // A text may be written another way: "0.5" as "500m", binary data without its line breaks.
    if (written.equals(read) || (written.isTextual() && read.isTextual())) {
      return Stream.of();
    }
    if (written.isObject() && read.isObject()) {
      return written.properties().stream()
          .flatMap(
              field ->
                  differences(
                      at + "/" + field.getKey(), field.getValue(), read.path(field.getKey())));
    }
    if (written.isArray() && read.isArray() && written.size() == read.size()) {
      return Stream.iterate(0, index -> index < written.size(), index -> index + 1)
          .flatMap(index -> differences(at + "/" + index, written.get(index), read.get(index)));
    }
    return Stream.of("%s is %s instead of %s".formatted(at, written, read));
  }
}
