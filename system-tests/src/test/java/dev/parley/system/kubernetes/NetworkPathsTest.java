package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods may only call each other as ARCHITECTURE.md says. */
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

  NetworkPathsTest(@TempDir Path folder) throws IOException {
    installation = Installation.copiedTo(folder);
  }

  @Test
  void servicesCallEachOtherAndTheirServersWhereTheyNeedTo() throws IOException {
    Manifests manifests = installation.render("local");
    Set<String> expected = new HashSet<>(AMONG_SERVICES);
    expected.addAll(TO_SERVERS);
    assertEquals(expected, mayCall(manifests));
    assertEquals(expected, mayBeCalled(manifests));
  }

  @Test
  void inProductionTheyCallEachOtherAlike() throws IOException {
    Manifests manifests = installation.render("production");
    assertEquals(AMONG_SERVICES, mayCall(manifests));
    assertEquals(AMONG_SERVICES, mayBeCalled(manifests));
  }

  @Test
  void fromOutsideClientsReachThePublicPortsAlone() throws IOException {
    Manifests manifests = installation.render("production");
    assertEquals(Set.of("http"), portsFor("ingress", manifests));
    assertEquals(Set.of("internal"), portsFor("monitoring", manifests));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void whatIsNotAllowedIsDenied(String overlay) throws IOException {
    assertTrue(
        installation
            .render(overlay)
            .ofKind("NetworkPolicy")
            .map(policy -> policy.at("/spec"))
            .anyMatch(NetworkPathsTest::deniesEverything));
  }

  private static boolean deniesEverything(JsonNode policy) {
    return policy.path("podSelector").isEmpty()
        && policy.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
        && !policy.has("ingress")
        && !policy.has("egress");
  }

  private static Set<String> portsFor(String role, Manifests manifests) {
    return manifests
        .ofKind("NetworkPolicy")
        .flatMap(policy -> Manifests.list(policy.at("/spec/ingress")))
        .filter(rule -> Manifests.list(rule.path("from")).anyMatch(peer -> isOf(role, peer)))
        .flatMap(NetworkPathsTest::ports)
        .collect(Collectors.toSet());
  }

  private static boolean isOf(String role, JsonNode peer) {
    return peer.at("/namespaceSelector/matchLabels/parley.dev~1role").asText().equals(role);
  }

  /** The paths that the callers' egress rules open. */
  private static Set<String> mayCall(Manifests manifests) {
    return paths(manifests, "egress", "to", "%s -> %s:%s");
  }

  /** The paths that the ingress rules of those called open. */
  private static Set<String> mayBeCalled(Manifests manifests) {
    return paths(manifests, "ingress", "from", "%2$s -> %1$s:%3$s");
  }

  private static Set<String> paths(
      Manifests manifests, String direction, String peers, String format) {
    Set<String> paths = new HashSet<>();
    for (JsonNode policy : manifests.ofKind("NetworkPolicy").toList()) {
      List<String> subjects = names(manifests, policy.at("/spec/podSelector"));
      for (JsonNode rule : policy.at("/spec").path(direction)) {
        for (JsonNode peer : rule.path(peers)) {
          if (!peer.has("namespaceSelector")) {
            for (String other : names(manifests, peer.path("podSelector"))) {
              subjects.forEach(
                  subject ->
                      ports(rule)
                          .forEach(port -> paths.add(format.formatted(subject, other, port))));
            }
          }
        }
      }
    }
    return paths;
  }

  private static Stream<String> ports(JsonNode rule) {
    return Manifests.list(rule.path("ports")).map(port -> port.path("port").asText());
  }

  private static List<String> names(Manifests manifests, JsonNode selector) {
    return manifests.selectedBy(selector).map(Manifests::name).toList();
  }
}
