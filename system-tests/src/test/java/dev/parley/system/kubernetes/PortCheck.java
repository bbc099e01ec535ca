package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Ports that are named somewhere exist in the containers that are meant. */
final class PortCheck implements Check {

  @Override
  public Stream<String> findings(Manifests manifests) {
    return Stream.concat(
        manifests.ofKind("Service").flatMap(service -> ofService(manifests, service)),
        manifests.pods().flatMap(PortCheck::ofHandlers));
  }

  private static Stream<String> ofService(Manifests manifests, Resource service) {
    return manifests
        .podsSelectedBy(Selector.ofLabels(service.at("/spec/selector")))
        .flatMap(pods -> missing(service, pods));
  }

  private static Stream<String> missing(Resource service, Pods pods) {
    return Json.list(service.at("/spec/ports"))
        .map(port -> port.has("targetPort") ? port.get("targetPort") : port.path("port"))
        .filter(port -> !pods.hasPort(port))
        .map(port -> service.finding("%s has no port %s".formatted(pods.owner().id(), port)));
  }

  private static Stream<String> ofHandlers(Pods pods) {
    return pods.containers()
        .flatMap(
            container ->
                container
                    .probes()
                    .map(probe -> probe.at("/httpGet/port"))
                    .filter(port -> !port.isMissingNode() && !container.hasPort(port))
                    .map(port -> unknown(pods, container, port)));
  }

  private static String unknown(Pods pods, Container container, JsonNode port) {
    return pods.owner()
        .finding("container %s has no port %s to probe".formatted(container.name(), port));
  }
}
