package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** ConfigMaps and Secrets that a pod needs are there, with the keys that it needs. */
final class ReferenceCheck implements Check {

  private record Reference(String kind, JsonNode name, JsonNode key, boolean isOptional) {

    boolean isIn(Manifests manifests) {
      return manifests
          .find(kind, name.asText())
          .filter(found -> key.isMissingNode() || found.at("/data").has(key.asText()))
          .isPresent();
    }

    @Override
    public String toString() {
      String withoutHash = name.asText().replaceFirst("-[0-9a-z]{10}$", "");
      return "%s/%s %s".formatted(kind, withoutHash, key.asText()).strip();
    }
  }

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests
        .pods()
        .flatMap(
            pods ->
                references(pods)
                    .filter(reference -> !reference.isIn(manifests))
                    .map(reference -> pods.owner().finding("there is no %s".formatted(reference))));
  }

  private static Stream<Reference> references(Pods pods) {
    return Stream.concat(
            pods.containers().flatMap(ReferenceCheck::ofContainer),
            Json.list(pods.spec().path("volumes")).flatMap(ReferenceCheck::ofVolume))
        .filter(reference -> !reference.name().isMissingNode());
  }

  private static Stream<Reference> ofContainer(Container container) {
    return Stream.concat(
        Json.list(container.at("/env"))
            .map(variable -> variable.path("valueFrom"))
            .flatMap(
                from ->
                    Stream.of(
                        keyed("ConfigMap", from.path("configMapKeyRef")),
                        keyed("Secret", from.path("secretKeyRef"))))
            .filter(reference -> !reference.isOptional()),
        Json.list(container.at("/envFrom"))
            .flatMap(
                from ->
                    Stream.of(
                        whole("ConfigMap", from.at("/configMapRef/name")),
                        whole("Secret", from.at("/secretRef/name")))));
  }

  private static Stream<Reference> ofVolume(JsonNode volume) {
    return Stream.of(
        whole("ConfigMap", volume.at("/configMap/name")),
        whole("Secret", volume.at("/secret/secretName")));
  }

  private static Reference keyed(String kind, JsonNode reference) {
    return new Reference(
        kind,
        reference.path("name"),
        reference.path("key"),
        reference.path("optional").asBoolean());
  }

  private static Reference whole(String kind, JsonNode name) {
    return new Reference(kind, name, name.path("of all keys"), false);
  }
}
