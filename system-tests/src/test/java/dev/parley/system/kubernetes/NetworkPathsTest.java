package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.kubernetes.Installation.Overlay;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call whom inside the namespace is what ARCHITECTURE.md says, and no more. */
class NetworkPathsTest {

  private static final Set<String> AMONG_SERVICES =
      Set.of(
          "auth-service -> history-service:internal",
          "chat-gateway -> auth-service:internal",
          "chat-gateway -> history-service:internal",
          "history-service -> auth-service:internal");

  private static final Set<String> TO_SERVERS =
      Set.of(
          "auth-service -> postgres:postgres",
          "history-service -> postgres:postgres",
          "auth-service -> redis:redis",
          "history-service -> redis:redis",
          "chat-gateway -> redis:redis");

  private final Installation installation;

  NetworkPathsTest(@TempDir Path folder) {
    installation = Installation.copiedTo(folder);
  }

  @Test
  void servicesCallEachOtherAndTheirServersWhereTheyNeedTo() {
    Manifests manifests = installation.render(Overlay.LOCAL);
    Set<String> expected = new HashSet<>(AMONG_SERVICES);
    expected.addAll(TO_SERVERS);
    assertEquals(expected, mayCall(manifests));
    assertEquals(expected, mayBeCalled(manifests));
  }

  @Test
  void inProductionTheyCallEachOtherAlike() {
    Manifests manifests = installation.render(Overlay.PRODUCTION);
    assertEquals(AMONG_SERVICES, mayCall(manifests));
    assertEquals(AMONG_SERVICES, mayBeCalled(manifests));
  }

  @Test
  void fromOutsideClientsReachThePublicPortsAlone() {
    Manifests manifests = installation.render(Overlay.PRODUCTION);
    assertEquals(Set.of("http"), portsFor("ingress", manifests));
    assertEquals(Set.of("internal"), portsFor("monitoring", manifests));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotAllowedIsDenied(Overlay overlay) {
    assertTrue(
        installation
            .render(overlay)
            .ofKind("NetworkPolicy")
            .map(policy -> policy.at("/spec"))
            .anyMatch(NetworkPathsTest::deniesEverything));
  }

  private static boolean deniesEverything(JsonNode policy) {
    return policy.path("podSelector").isEmpty()
        && Json.texts(policy.path("policyTypes")).toList().containsAll(List.of("Ingress", "Egress"))
        && !policy.has("ingress")
        && !policy.has("egress");
  }

  private static Set<String> portsFor(String role, Manifests manifests) {
    return manifests
        .ofKind("NetworkPolicy")
        .flatMap(policy -> Json.list(policy.at("/spec/ingress")))
        .filter(rule -> Json.list(rule.path("from")).anyMatch(peer -> isOf(role, peer)))
        .flatMap(NetworkPathsTest::ports)
        .collect(Collectors.toSet());
  }

  private static boolean isOf(String role, JsonNode peer) {
    return peer.at("/namespaceSelector/matchLabels/parley.dev~1role").asText().equals(role);
  }

  /** By the egress of whoever calls. */
  private static Set<String> mayCall(Manifests manifests) {
    return paths(manifests, "/spec/egress", "to", (subject, peer) -> subject + " -> " + peer);
  }

  /** By the ingress of whoever is called. */
  private static Set<String> mayBeCalled(Manifests manifests) {
    return paths(manifests, "/spec/ingress", "from", (subject, peer) -> peer + " -> " + subject);
  }

  private interface Direction {
    String path(String subject, String peer);
  }

  private static Set<String> paths(
      Manifests manifests, String rules, String peers, Direction direction) {
    return manifests
        .ofKind("NetworkPolicy")
        .flatMap(
            policy ->
                Json.list(policy.at(rules))
                    .flatMap(
                        rule ->
                            inside(manifests, rule.path(peers))
                                .flatMap(
                                    peer ->
                                        names(manifests, policy.at("/spec/podSelector"))
                                            .map(subject -> direction.path(subject, peer)))
                                .flatMap(path -> ports(rule).map(port -> path + ":" + port))))
        .collect(Collectors.toSet());
  }

  private static Stream<String> inside(Manifests manifests, JsonNode peers) {
    return Json.list(peers)
        .filter(peer -> !peer.has("namespaceSelector"))
        .flatMap(peer -> names(manifests, peer.path("podSelector")));
  }

  private static Stream<String> ports(JsonNode rule) {
    return Json.list(rule.path("ports")).map(port -> port.path("port").asText());
  }

  private static Stream<String> names(Manifests manifests, JsonNode selector) {
    return manifests.podsSelectedBy(new Selector(selector)).map(pods -> pods.owner().name());
  }
}
