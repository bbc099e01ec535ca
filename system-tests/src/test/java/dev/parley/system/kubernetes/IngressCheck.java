package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** What is routed from outside exists, and is nothing internal. */
final class IngressCheck implements Check {

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests
        .ofKind("Ingress")
        .flatMap(
            ingress ->
                paths(ingress)
                    .flatMap(
                        path ->
                            Stream.of(backend(manifests, path), hidden(path), closed(path))
                                .flatMap(all -> all))
                    .map(ingress::finding));
  }

  private static Stream<JsonNode> paths(Resource ingress) {
    return Json.list(ingress.at("/spec/rules")).flatMap(rule -> Json.list(rule.at("/http/paths")));
  }

  private static Stream<String> backend(Manifests manifests, JsonNode path) {
    JsonNode service = path.at("/backend/service");
    return manifests.find("Service", service.path("name").asText()).stream()
            .flatMap(found -> Json.list(found.at("/spec/ports")))
            .anyMatch(port -> port.path("name").equals(service.at("/port/name")))
        ? Stream.of()
        : Stream.of("there is no %s for %s".formatted(service, path.path("path").asText()));
  }

  private static Stream<String> hidden(JsonNode path) {
    return path.path("path").asText().matches("(?i)/(internal|q)(/.*)?")
        ? Stream.of("%s is not for clients".formatted(path.path("path").asText()))
        : Stream.of();
  }

  private static Stream<String> closed(JsonNode path) {
    return path.at("/backend/service/port/name").asText().equals("internal")
        ? Stream.of(
            "%s leads to a port that is not for clients".formatted(path.path("path").asText()))
        : Stream.of();
  }
}
