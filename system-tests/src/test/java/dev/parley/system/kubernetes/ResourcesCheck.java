package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Each container says what it needs and what it may take, and needs no more than it may take. */
final class ResourcesCheck implements Check {

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests
        .pods()
        .flatMap(
            pods ->
                pods.containers()
                    .flatMap(
                        container ->
                            Stream.of("cpu", "memory")
                                .flatMap(resource -> finding(pods, container, resource))));
  }

  private static Stream<String> finding(Pods pods, Container container, String resource) {
    JsonNode request = container.at("/resources/requests/" + resource);
    JsonNode limit = container.at("/resources/limits/" + resource);
    if (request.isMissingNode() || limit.isMissingNode()) {
      return Stream.of(
          pods.owner()
              .finding("container %s has no bound of %s".formatted(container.name(), resource)));
    }
    return number(request).compareTo(number(limit)) > 0
        ? Stream.of(
            pods.owner().finding("%s %s requested, %s allowed".formatted(resource, request, limit)))
        : Stream.of();
  }

  private static BigDecimal number(JsonNode quantity) {
    return Quantity.fromString(quantity.asText()).getNumber();
  }
}
