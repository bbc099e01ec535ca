package dev.parley.system.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonParseException;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Each resource is of a kind, and has the fields and types, that Kubernetes knows. The client's
 * models refuse unknown and missing fields; a value that they read in another type than it has,
 * such as "2" for 2, shows when it is written again.
 */
final class SchemaCheck implements Check {

  private static final Map<String, Class<?>> MODELS =
      Map.of(
          "v1 ConfigMap", V1ConfigMap.class,
          "v1 Namespace", V1Namespace.class,
          "v1 Secret", V1Secret.class,
          "v1 Service", V1Service.class,
          "apps/v1 Deployment", V1Deployment.class,
          "apps/v1 StatefulSet", V1StatefulSet.class,
          "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
          "networking.k8s.io/v1 Ingress", V1Ingress.class,
          "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests.resources().stream()
        .flatMap(resource -> findings(resource).map(resource::finding));
  }

  private static Stream<String> findings(Resource resource) {
    String kind = "%s %s".formatted(resource.at("/apiVersion").asText(), resource.kind());
    Class<?> model = MODELS.get(kind);
    return model == null ? Stream.of("there is no kind " + kind) : ofModel(resource.json(), model);
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
