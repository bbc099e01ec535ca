package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** No pod can do more than its work: beyond the Pod Security Standard "restricted". */
final class HardeningCheck implements Check {

  private static final Map<String, String> OF_A_POD =
      Map.of(
          "/automountServiceAccountToken", "false",
          "/enableServiceLinks", "false",
          "/securityContext/runAsNonRoot", "true",
          "/securityContext/seccompProfile/type", "\"RuntimeDefault\"");

  private static final Map<String, String> OF_A_CONTAINER =
      Map.of(
          "/securityContext/allowPrivilegeEscalation", "false",
          "/securityContext/readOnlyRootFilesystem", "true",
          "/securityContext/capabilities", "{\"drop\":[\"ALL\"]}");

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests.pods().flatMap(HardeningCheck::ofPods);
  }

  private static Stream<String> ofPods(Pods pods) {
    return Stream.of(
            unless(OF_A_POD, pods.spec()),
            ofUser(pods.spec().at("/securityContext/runAsUser")),
            pods.containers().flatMap(container -> ofContainer(container.json())))
        .flatMap(findings -> findings)
        .map(pods.owner()::finding);
  }

  private static Stream<String> ofContainer(JsonNode container) {
    JsonNode user = container.at("/securityContext/runAsUser");
    return Stream.concat(
        unless(OF_A_CONTAINER, container), user.isMissingNode() ? Stream.of() : ofUser(user));
  }

  private static Stream<String> unless(Map<String, String> required, JsonNode json) {
    return required.entrySet().stream()
        .filter(entry -> !json.at(entry.getKey()).toString().equals(entry.getValue()))
        .map(entry -> "%s is not %s".formatted(entry.getKey(), entry.getValue()));
  }

  private static Stream<String> ofUser(JsonNode user) {
    return user.asInt() > 0 ? Stream.of() : Stream.of("runs as root");
  }
}
