package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.system.kubernetes.Installation.Overlay;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check finds a mistake of its kind, and no other one does. */
class PlantedMistakesTest {

  private static final String GATEWAY = "Deployment/chat-gateway";
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  private static Manifests manifests;

  @BeforeAll
  static void render(@TempDir Path folder) {
    manifests = Installation.copiedTo(folder).render(Overlay.LOCAL);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void itIsFoundAndNothingElse(Mistake mistake) {
    assertEquals(
        List.of("%s: %s".formatted(mistake.found(), mistake.finding())),
        Check.all(mistake.plantedIn(manifests)));
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        inGateway(
            CONTAINER + "/livenessProbes",
            "{}",
            "The field `livenessProbes` in the JSON string is not defined in the `V1Container`"
                + " properties"),
        inGateway(
            "/spec/minReadySeconds", "\"10\"", "/spec/minReadySeconds is \"10\" instead of 10"),
        new Mistake(
            "Service/chat-gateway",
            "/spec/selector/app.kubernetes.io~1name",
            "\"gateway\"",
            "{\"matchLabels\":{\"app.kubernetes.io/name\":\"gateway\"}} selects no pods"),
        new Mistake(
            "Service/chat-gateway",
            "/spec/ports/0/targetPort",
            "\"web\"",
            "Deployment/chat-gateway has no port \"web\""),
        inGateway(
            CONTAINER + "/env/0/valueFrom/secretKeyRef/key",
            "\"REDIS_URL\"",
            "there is no Secret/parley-secrets REDIS_URL"),
        inGateway(CONTAINER + "/securityContext/runAsUser", "0", "runs as root"),
        inGateway(
            CONTAINER + "/lifecycle/preStop/sleep/seconds",
            "20",
            "a drain of PT10S does not fit into PT30S"),
        inGateway(
            CONTAINER + "/startupProbe/failureThreshold", "60", "a start is killed after PT2M"),
        inGateway(
            POD + "/topologySpreadConstraints",
            "[]",
            "spreads over [] instead of the host name alone"),
        new Mistake(
            "Service/postgres",
            "/spec/clusterIP",
            "\"None\"",
            "Service/postgres is headless",
            "ConfigMap/parley-settings"));
  }

  private static Mistake inGateway(String pointer, String value, String finding) {
    return new Mistake(GATEWAY, pointer, value, finding);
  }
}
