package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Whoever drains has the time for it before it is killed, and no update leaves a service short. */
final class StopCheck implements Check {

  private static final String DRAIN = "PARLEY_DRAIN_WITHIN";

  /** For the last answers and the end of the JVM. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests
        .pods()
        .flatMap(
            pods ->
                drain(manifests, pods).stream()
                    .flatMap(drain -> Stream.concat(grace(pods, drain), update(pods.owner()))));
  }

  /** Written {@code 10S}. */
  private static Optional<Duration> drain(Manifests manifests, Pods pods) {
    return pods.containers()
        .flatMap(container -> Json.list(container.at("/envFrom")))
        .map(from -> from.at("/configMapRef/name").asText())
        .flatMap(name -> manifests.find("ConfigMap", name).stream())
        .map(settings -> settings.at("/data").path(DRAIN))
        .filter(JsonNode::isTextual)
        .map(drain -> Duration.parse("PT" + drain.asText()))
        .findFirst();
  }

  private static Stream<String> grace(Pods pods, Duration drain) {
    Duration grace = Duration.ofSeconds(pods.spec().path("terminationGracePeriodSeconds").asInt());
    Duration pause =
        pods.containers()
            .map(container -> container.at("/lifecycle/preStop/sleep/seconds").asInt())
            .map(Duration::ofSeconds)
            .reduce(Duration.ZERO, Duration::plus);
    return pause.plus(drain).plus(RESERVE).compareTo(grace) > 0
        ? Stream.of(
            pods.owner().finding("a drain of %s does not fit into %s".formatted(drain, grace)))
        : Stream.of();
  }

  private static Stream<String> update(Resource owner) {
    JsonNode unavailable = owner.at("/spec/strategy/rollingUpdate/maxUnavailable");
    return unavailable.isInt() && unavailable.intValue() == 0
        ? Stream.of()
        : Stream.of(owner.finding("an update makes replicas unavailable"));
  }
}
