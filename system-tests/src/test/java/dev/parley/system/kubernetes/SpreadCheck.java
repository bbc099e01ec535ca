package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replicas keep away from each other on every cluster. The scheduler leaves a node that lacks the
 * label of any spread constraint out of all of them, so the only constraint is the host name, which
 * every node has. A zone is a preference.
 */
final class SpreadCheck implements Check {

  private static final String HOST = "kubernetes.io/hostname";
  private static final String ZONE = "topology.kubernetes.io/zone";

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests
        .ofKind("HorizontalPodAutoscaler")
        .flatMap(scaler -> manifests.find("Deployment", scaler.name()).stream())
        .map(Pods::new)
        .flatMap(pods -> Stream.concat(constraints(pods), zone(pods)).map(pods.owner()::finding));
  }

  private static Stream<String> constraints(Pods pods) {
    List<String> keys =
        Json.list(pods.spec().path("topologySpreadConstraints"))
            .map(constraint -> constraint.path("topologyKey").asText())
            .toList();
    return keys.equals(List.of(HOST))
        ? Stream.of()
        : Stream.of("spreads over %s instead of the host name alone".formatted(keys));
  }

  private static Stream<String> zone(Pods pods) {
    return Json.list(preferences(pods))
            .map(preference -> preference.path("podAffinityTerm"))
            .filter(term -> term.path("topologyKey").asText().equals(ZONE))
            .anyMatch(term -> new Selector(term.path("labelSelector")).selects(pods.labels()))
        ? Stream.of()
        : Stream.of("prefers no zone without its own pods");
  }

  private static JsonNode preferences(Pods pods) {
    return pods.spec()
        .at("/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution");
  }
}
