package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.kubernetes.Installation.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each overlay makes, as somebody gets it who follows docs/kubernetes.md. */
class OverlaysTest {

  private static final Set<String> SERVICES =
      Set.of("auth-service", "history-service", "chat-gateway");

  private final Installation installation;

  OverlaysTest(@TempDir Path folder) {
    installation = Installation.copiedTo(folder);
  }

  @ParameterizedTest
  @EnumSource
  void everyOverlayPassesEveryCheck(Overlay overlay) {
    assertEquals(List.of(), Check.all(installation.render(overlay)));
  }

  @ParameterizedTest
  @EnumSource
  void everyServiceIsScaledAndNeverAllGone(Overlay overlay) {
    Manifests manifests = installation.render(overlay);
    for (String kind :
        List.of("Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler")) {
      Set<String> names = manifests.ofKind(kind).map(Resource::name).collect(Collectors.toSet());
      assertTrue(names.containsAll(SERVICES), kind + names);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutItsSecretsAnOverlayIsNotRenderedAndSaysWhatIsMissing(Overlay overlay)
      throws IOException {
    if (overlay == Overlay.PRODUCTION) {
      Files.writeString(installation.overlay(overlay).resolve("settings.env"), "HOST=h\n");
      Files.writeString(installation.overlay(overlay).resolve("ca.crt"), "a certificate");
    }
    Kustomize.Output output = Kustomize.installed().build(installation.overlay(overlay));
    assertFalse(output.succeeded(), output.text());
    assertTrue(output.text().contains("secrets.env"), output.text());
  }

  @Test
  void whatOnlyTheUserKnowsHasNoDefault() throws IOException {
    assertTrue(installation.makeSecrets(Overlay.PRODUCTION).succeeded());
    String secrets =
        Files.readString(installation.overlay(Overlay.PRODUCTION).resolve("secrets.env"));
    assertEquals(
        List.of("PARLEY_INTERNAL_SECRET"),
        secrets
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.replaceFirst("=[0-9a-f]{64}$", ""))
            .toList());
  }

  @ParameterizedTest
  @EnumSource
  void freshSecretsAreForTheirOwnerAloneAndNotOverwritten(Overlay overlay) throws IOException {
    assertTrue(installation.makeSecrets(overlay).succeeded());
    Path file = installation.overlay(overlay).resolve("secrets.env");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    String before = Files.readString(file);
    assertFalse(installation.makeSecrets(overlay).succeeded());
    assertEquals(before, Files.readString(file));
  }

  /** Names of Secrets end in a hash, so pods that name one with a new value are replaced. */
  @Test
  void aNewServiceSecretRestartsTheServicesAlone() throws IOException {
    Manifests before = installation.render(Overlay.LOCAL);
    Path file = installation.overlay(Overlay.LOCAL).resolve("secrets.env");
    String secrets = Files.readString(file);
    Files.writeString(
        file, secrets.replaceFirst("\nPARLEY_INTERNAL_SECRET=", "$0a-new-one-in-front,"));
    Manifests after = installation.renderAgain(Overlay.LOCAL);
    assertEquals(
        SERVICES,
        after
            .pods()
            .filter(pods -> !pods.spec().equals(specOf(pods.owner().name(), before)))
            .map(pods -> pods.owner().name())
            .collect(Collectors.toSet()));
  }

  private static JsonNode specOf(String owner, Manifests manifests) {
    return manifests
        .pods()
        .filter(pods -> pods.owner().name().equals(owner))
        .map(Pods::spec)
        .findFirst()
        .orElseThrow();
  }

  /** In an older Parley one file held everybody's secrets. */
  @Test
  void secretsOfAnOlderParleyAreDividedAndKept() throws IOException {
    Path folder = installation.overlay(Overlay.LOCAL);
    String everything =
        """
        PARLEY_INTERNAL_SECRET=internal
        POSTGRES_PASSWORD=owner
        PARLEY_AUTH_DATABASE_PASSWORD=auth
        PARLEY_HISTORY_DATABASE_PASSWORD=history
        REDIS_PASSWORD=admin
        PARLEY_REDIS_PASSWORD=services
        QUARKUS_REDIS_HOSTS=redis://parley:services@redis:6379
        """;
    Files.writeString(folder.resolve("secrets.env"), everything);
    assertTrue(installation.makeSecrets(Overlay.LOCAL).succeeded());
    List<String> kept = everything.lines().sorted().toList();
    List<String> divided =
        Stream.of("secrets.env", "postgres.env", "redis.env")
            .flatMap(name -> values(folder.resolve(name)))
            .distinct()
            .sorted()
            .toList();
    assertEquals(kept, divided);
    assertFalse(
        values(folder.resolve("secrets.env"))
            .anyMatch(line -> line.matches("(POSTGRES_PASSWORD|REDIS_PASSWORD)=.*")));
  }

  private static Stream<String> values(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void inProductionEveryNameComesFromTheSettings() {
    Manifests manifests = installation.render(Overlay.PRODUCTION);
    assertEquals(
        Set.of("registry.example.com/parley/parley-%s:0.1.0"),
        manifests
            .pods()
            .flatMap(pods -> pods.containers().map(each -> image(pods, each)))
            .collect(Collectors.toSet()));
    for (Resource ingress : manifests.ofKind("Ingress").toList()) {
      assertEquals("chat.example.com", ingress.at("/spec/rules/0/host").asText());
      assertEquals("chat.example.com", ingress.at("/spec/tls/0/hosts/0").asText());
      assertEquals("nginx", ingress.at("/spec/ingressClassName").asText());
    }
  }

  private static String image(Pods pods, Container container) {
    return container.at("/image").asText().replace("-" + pods.owner().name(), "-%s");
  }
}
