package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Whatever selects pods or names a workload finds some. */
final class SelectorCheck implements Check {

  @Override
  public Stream<String> findings(Manifests manifests) {
    return Stream.of(
            manifests.pods().flatMap(SelectorCheck::ofOwner),
            manifests.ofKind("Service").flatMap(service -> ofService(manifests, service)),
            manifests
                .ofKind("PodDisruptionBudget")
                .flatMap(budget -> selects(manifests, budget, at(budget, "/spec/selector"))),
            manifests
                .ofKind("HorizontalPodAutoscaler")
                .flatMap(scaler -> ofScaler(manifests, scaler)))
        .flatMap(findings -> findings);
  }

  private static Stream<String> ofOwner(Pods pods) {
    Stream<JsonNode> spreads = Json.list(pods.spec().path("topologySpreadConstraints"));
    return Stream.concat(
            Stream.of(pods.owner().at("/spec/selector")),
            spreads.map(spread -> spread.path("labelSelector")))
        .filter(selector -> !new Selector(selector).selects(pods.labels()))
        .map(
            selector ->
                pods.owner()
                    .finding("%s does not select its pods %s".formatted(selector, pods.labels())));
  }

  private static Selector at(Resource resource, String pointer) {
    return new Selector(resource.at(pointer));
  }

  private static Stream<String> ofService(Manifests manifests, Resource service) {
    return selects(manifests, service, Selector.ofLabels(service.at("/spec/selector")));
  }

  private static Stream<String> selects(Manifests manifests, Resource of, Selector selector) {
    return manifests.podsSelectedBy(selector).findAny().isPresent()
        ? Stream.of()
        : Stream.of(of.finding("%s selects no pods".formatted(selector)));
  }

  private static Stream<String> ofScaler(Manifests manifests, Resource scaler) {
    JsonNode target = scaler.at("/spec/scaleTargetRef");
    return manifests.find(target.path("kind").asText(), target.path("name").asText()).isPresent()
        ? Stream.of()
        : Stream.of(scaler.finding("there is no %s to scale".formatted(target)));
  }
}
