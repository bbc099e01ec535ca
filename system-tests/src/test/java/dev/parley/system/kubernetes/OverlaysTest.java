package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.kubernetes.Installation.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resources of each overlay for somebody who follows docs/kubernetes.md. */
class OverlaysTest {

  private static final Set<String> SERVICES =
      Set.of("auth-service", "history-service", "chat-gateway");

  private static final Pattern PROPERTY = Pattern.compile("`((?:parley|quarkus)\\.[a-z.-]+)`");
  private static final Pattern VARIABLE = Pattern.compile("\\b(?:[A-Z]+_)+[A-Z]+\\b");

  private final Installation installation;

  OverlaysTest(@TempDir Path folder) throws IOException {
    installation = Installation.copiedTo(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void everyOverlayPassesEveryCheck(String overlay) throws IOException {
    assertEquals(List.of(), findings(installation.render(overlay)));
  }

  /** A sentence for each mistake, beginning with the resource. */
  static List<String> findings(Manifests manifests) {
    List<String> malformed = SchemaCheck.findings(manifests).toList();
    return malformed.isEmpty()
        ? Stream.concat(PodCheck.findings(manifests), ReferenceCheck.findings(manifests)).toList()
        : malformed;
  }

  /** Kubernetes itself refuses pods of the namespace that are not hardened. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void everyServiceIsScaledHardenedAndNeverAllGone(String overlay) throws IOException {
    Manifests manifests = installation.render(overlay);
    for (String kind :
        List.of("Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler")) {
      Set<String> names = manifests.ofKind(kind).map(Manifests::name).collect(Collectors.toSet());
      assertTrue(names.containsAll(SERVICES), kind + names);
    }
    assertEquals(
        List.of("restricted"),
        manifests
            .ofKind("Namespace")
            .map(it -> it.at("/metadata/labels/pod-security.kubernetes.io~1enforce").asText())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void withoutItsSecretsAnOverlayIsNotRenderedAndSaysWhatIsMissing(String overlay)
      throws IOException {
    if (overlay.equals("production")) {
      Files.writeString(installation.overlay(overlay).resolve("settings.env"), "HOST=h\n");
      Files.writeString(installation.overlay(overlay).resolve("ca.crt"), "a certificate");
    }
    Output output = installation.build(overlay);
    assertFalse(output.succeeded(), output.text());
    assertTrue(output.text().contains("secrets.env"), output.text());
  }

  @Test
  void whatOnlyTheUserKnowsHasNoDefault() throws IOException {
    assertTrue(installation.makeSecrets("production").succeeded());
    assertEquals(
        List.of("PARLEY_INTERNAL_SECRET"),
        values(installation.overlay("production").resolve("secrets.env")).stream()
            .map(line -> line.replaceFirst("=[0-9a-f]{64}$", ""))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void freshSecretsAreForTheirOwnerAloneAndNotOverwritten(String overlay) throws IOException {
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
    Manifests before = installation.render("local");
    Path file = installation.overlay("local").resolve("secrets.env");
    String secrets = Files.readString(file);
    Files.writeString(
        file, secrets.replaceFirst("\nPARLEY_INTERNAL_SECRET=", "$0a-new-one-in-front,"));
    Manifests after = installation.renderAgain("local");
    assertEquals(
        SERVICES,
        after
            .workloads()
            .filter(workload -> before.workloads().noneMatch(workload::equals))
            .map(Manifests::name)
            .collect(Collectors.toSet()));
  }

  /** In an older Parley one file held everybody's secrets. */
  @Test
  void secretsOfAnOlderParleyAreDividedAndKept() throws IOException {
    Path folder = installation.overlay("local");
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
    assertTrue(installation.makeSecrets("local").succeeded());
    List<String> ofServices = values(folder.resolve("secrets.env"));
    Set<String> divided = new HashSet<>(ofServices);
    divided.addAll(values(folder.resolve("postgres.env")));
    divided.addAll(values(folder.resolve("redis.env")));
    assertEquals(everything.lines().collect(Collectors.toSet()), divided);
    assertFalse(
        ofServices.contains("POSTGRES_PASSWORD=owner")
            || ofServices.contains("REDIS_PASSWORD=admin"));
  }

  private static List<String> values(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @Test
  void inProductionEveryNameComesFromTheSettings() throws IOException {
    Manifests manifests = installation.render("production");
    assertEquals(
        Set.of("registry.example.com/parley/parley-%s:0.1.0"),
        manifests.workloads().flatMap(OverlaysTest::images).collect(Collectors.toSet()));
    for (JsonNode ingress : manifests.ofKind("Ingress").toList()) {
      assertEquals("chat.example.com", ingress.at("/spec/rules/0/host").asText());
      assertEquals("chat.example.com", ingress.at("/spec/tls/0/hosts/0").asText());
      assertEquals("nginx", ingress.at("/spec/ingressClassName").asText());
    }
  }

  private static Stream<String> images(JsonNode workload) {
    return Manifests.containers(workload)
        .map(container -> container.path("image").asText())
        .map(image -> image.replace("-" + Manifests.name(workload), "-%s"));
  }

  /** docs/configuration.md or docker-compose.yml has every variable that a service gets. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "production"})
  void everySettingIsDocumented(String overlay) throws IOException {
    String documented = Files.readString(Path.of("..", "docs", "configuration.md"));
    String composed = Files.readString(Path.of("..", "docker-compose.yml"));
    Set<String> known =
        Stream.concat(
                PROPERTY
                    .matcher(documented)
                    .results()
                    .map(it -> it.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)),
                VARIABLE.matcher(documented + composed).results().map(MatchResult::group))
            .collect(Collectors.toSet());
    Manifests manifests = installation.render(overlay);
    assertEquals(
        List.of(),
        manifests
            .services()
            .flatMap(service -> variables(manifests, service))
            .filter(variable -> !known.contains(variable))
            .toList());
  }

  private static Stream<String> variables(Manifests manifests, JsonNode service) {
    return Stream.concat(
        service.findValues("env").stream()
            .flatMap(Manifests::list)
            .map(variable -> variable.path("name").asText()),
        manifests
            .settings(service)
            .flatMap(settings -> settings.path("data").propertyStream())
            .map(Map.Entry::getKey));
  }
}
