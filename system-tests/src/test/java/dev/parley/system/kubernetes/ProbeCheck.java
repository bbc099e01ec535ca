package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;

/** A start may take its time, for a migration or a recovery. A process that hangs gets none. */
final class ProbeCheck implements Check {

  private static final Duration LONGEST_START = Duration.ofHours(1);

  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests
        .pods()
        .flatMap(
            pods ->
                pods.containers()
                    .flatMap(container -> ofContainer(pods, container))
                    .map(pods.owner()::finding));
  }

  private static Stream<String> ofContainer(Pods pods, Container container) {
    return Stream.concat(
        start(pods, container.at("/startupProbe")), end(pods, container.at("/livenessProbe")));
  }

  private static Stream<String> start(Pods pods, JsonNode probe) {
    Duration patience =
        seconds(probe, "periodSeconds").multipliedBy(probe.path("failureThreshold").asInt());
    if (!probe.isObject()) {
      return Stream.of();
    }
    if (patience.compareTo(LONGEST_START) < 0) {
      return Stream.of("a start is killed after %s".formatted(patience));
    }
    Duration deadline = seconds(pods.owner().at("/spec"), "progressDeadlineSeconds");
    return pods.owner().is("Deployment") && deadline.compareTo(patience) <= 0
        ? Stream.of("a start of %s fails an update after %s".formatted(patience, deadline))
        : Stream.of();
  }

  private static Stream<String> end(Pods pods, JsonNode probe) {
    Duration grace =
        seconds(
            probe.has("terminationGracePeriodSeconds") ? probe : pods.spec(),
            "terminationGracePeriodSeconds");
    return probe.isObject() && grace.compareTo(LAST_WORDS) > 0
        ? Stream.of("a process that hangs has another %s".formatted(grace))
        : Stream.of();
  }

  private static Duration seconds(JsonNode json, String field) {
    return Duration.ofSeconds(json.path(field).asInt());
  }
}
