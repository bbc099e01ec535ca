package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.system.kubernetes.Installation.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service is given no setting that docs/configuration.md or docker-compose.yml do not know. */
class SettingsTest {

  private static final Pattern PROPERTY = Pattern.compile("`((?:parley|quarkus)\\.[a-z.-]+)`");
  private static final Pattern VARIABLE = Pattern.compile("\\b(?:[A-Z]+_)+[A-Z]+\\b");

  private final Installation installation;

  SettingsTest(@TempDir Path folder) {
    installation = Installation.copiedTo(folder);
  }

  @ParameterizedTest
  @EnumSource
  void everySettingIsDocumented(Overlay overlay) throws IOException {
    Manifests manifests = installation.render(overlay);
    Set<String> known = known();
    List<String> unknown =
        manifests
            .ofKind("HorizontalPodAutoscaler")
            .flatMap(scaler -> manifests.find("Deployment", scaler.name()).stream())
            .flatMap(service -> new Pods(service).containers())
            .flatMap(container -> given(manifests, container))
            .filter(variable -> !known.contains(variable))
            .toList();
    assertEquals(List.of(), unknown);
  }

  private static Stream<String> given(Manifests manifests, Container container) {
    return Stream.concat(
        Json.list(container.at("/env")).map(variable -> variable.path("name").asText()),
        Json.list(container.at("/envFrom"))
            .map(from -> from.at("/configMapRef/name").asText())
            .flatMap(name -> manifests.find("ConfigMap", name).stream())
            .flatMap(settings -> settings.at("/data").propertyStream())
            .map(Map.Entry::getKey));
  }

  private static Set<String> known() throws IOException {
    String documented = Files.readString(Path.of("..", "docs", "configuration.md"));
    String composed = Files.readString(Path.of("..", "docker-compose.yml"));
    return Stream.concat(
            PROPERTY.matcher(documented).results().map(SettingsTest::variable),
            VARIABLE.matcher(documented + composed).results().map(MatchResult::group))
        .collect(Collectors.toSet());
  }

  private static String variable(MatchResult property) {
    return property.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }
}
