package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pods have pinned images and limits. They have time to start and to drain, and replicas keep away
 * from each other.
 */
final class PodCheck {

  private static final String POD = "/spec/template/spec";

  /** A tag other than "latest", or a digest. */
  private static final String PINNED = ".+(:(?!latest$)[^/:]+|@sha256:[0-9a-f]{64})";

  private static final Duration LONGEST_START = Duration.ofHours(1);

  /** A process that hangs needs no more before it is killed. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** For the last answers and the end of the JVM. */
  private static final Duration AFTER_A_DRAIN = Duration.ofSeconds(5);

  private PodCheck() {}

  static Stream<String> findings(Manifests manifests) {
    return Stream.concat(
        Manifests.each(
            manifests.workloads(),
            workload ->
                Manifests.containers(workload)
                    .flatMap(container -> ofContainer(workload, container))),
        Manifests.each(manifests.services(), service -> ofService(manifests, service)));
  }

  private static Stream<String> ofContainer(JsonNode workload, JsonNode container) {
    String image = container.path("image").asText();
    JsonNode memory = container.at("/resources/limits/memory");
    return Stream.of(
            Manifests.unless(image.matches(PINNED), "the image %s is not pinned".formatted(image)),
            Manifests.unless(
                memory.isTextual() && memory.equals(container.at("/resources/requests/memory")),
                "the limit of memory is not what is requested"),
            start(workload, container.path("startupProbe")),
            end(workload, container.path("livenessProbe")))
        .flatMap(findings -> findings);
  }

  /** A start may take long, for a migration or a recovery. */
  private static Stream<String> start(JsonNode workload, JsonNode probe) {
    Duration patience =
        seconds(probe, "periodSeconds").multipliedBy(probe.path("failureThreshold").asInt());
    Duration deadline = seconds(workload.path("spec"), "progressDeadlineSeconds");
    boolean isDeployment = workload.path("kind").asText().equals("Deployment");
    return probe.isMissingNode()
        ? Stream.of()
        : Stream.concat(
            Manifests.unless(
                patience.compareTo(LONGEST_START) >= 0,
                "a start is killed after %s".formatted(patience)),
            Manifests.unless(
                !isDeployment || deadline.compareTo(patience) > 0,
                "a start of %s fails an update after %s".formatted(patience, deadline)));
  }

  private static Stream<String> end(JsonNode workload, JsonNode probe) {
    String field = "terminationGracePeriodSeconds";
    Duration grace = seconds(probe.has(field) ? probe : workload.at(POD), field);
    return Manifests.unless(
        probe.isMissingNode() || grace.compareTo(LAST_WORDS) <= 0,
        "a process that hangs has another %s".formatted(grace));
  }

  private static Stream<String> ofService(Manifests manifests, JsonNode service) {
    JsonNode available = service.at("/spec/strategy/rollingUpdate/maxUnavailable");
    return Stream.of(
            drain(manifests, service),
            Manifests.unless(
                available.toString().equals("0"), "an update makes replicas unavailable"),
            spread(service))
        .flatMap(findings -> findings);
  }

  private static Stream<String> drain(Manifests manifests, JsonNode service) {
    Duration drain =
        manifests
            .settings(service)
            .map(settings -> settings.at("/data/PARLEY_DRAIN_WITHIN").asText())
            .filter(within -> !within.isEmpty())
            .map(within -> Duration.parse("PT" + within))
            .findFirst()
            .orElseThrow();
    Duration pause =
        Manifests.containers(service)
            .map(container -> seconds(container.at("/lifecycle/preStop/sleep"), "seconds"))
            .reduce(Duration.ZERO, Duration::plus);
    Duration grace = seconds(service.at(POD), "terminationGracePeriodSeconds");
    return Manifests.unless(
        pause.plus(drain).plus(AFTER_A_DRAIN).compareTo(grace) <= 0,
        "a drain of %s does not fit into %s".formatted(drain, grace));
  }

  /**
   * The scheduler leaves a node that lacks the label of any spread constraint out of all of them,
   * so the only constraint is the host name, which every node has. A zone is a preference.
   */
  private static Stream<String> spread(JsonNode service) {
    List<String> keys =
        Manifests.list(service.at(POD + "/topologySpreadConstraints"))
            .map(constraint -> constraint.path("topologyKey").asText())
            .toList();
    boolean prefersZones =
        Manifests.list(
                service.at(
                    POD
                        + "/affinity/podAntiAffinity"
                        + "/preferredDuringSchedulingIgnoredDuringExecution"))
            .map(preference -> preference.path("podAffinityTerm"))
            .filter(term -> term.path("topologyKey").asText().equals("topology.kubernetes.io/zone"))
            .anyMatch(term -> Manifests.selects(term.path("labelSelector"), service));
    return Stream.concat(
        Manifests.unless(
            keys.equals(List.of("kubernetes.io/hostname")),
            "spreads over %s instead of the host name alone".formatted(keys)),
        Manifests.unless(prefersZones, "prefers no zone without its own pods"));
  }

  private static Duration seconds(JsonNode json, String field) {
    return Duration.ofSeconds(json.path(field).asInt());
  }
}
