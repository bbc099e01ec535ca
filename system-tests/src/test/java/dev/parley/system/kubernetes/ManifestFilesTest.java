package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files as they are written, also where nothing can render them. */
class ManifestFilesTest {

  private static final String KUSTOMIZATION = "kustomization.yaml";

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/local", "overlays/production"})
  void everyResourceIsOneThatKubernetesKnows(String folder) {
    Stream<Resource> resources =
        Json.texts(kustomization(folder).at("/resources"))
            .filter(name -> name.endsWith(".yaml"))
            .flatMap(name -> Yaml.read(path(folder).resolve(name)).stream());
    assertEquals(List.of(), new SchemaCheck().findings(new Manifests(resources.toList())).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/local", "overlays/production"})
  void everyFileIsNamedByItsKustomization(String folder) throws IOException {
    Resource kustomization = kustomization(folder);
    Set<String> named =
        Stream.concat(
                Json.texts(kustomization.at("/resources")),
                Json.list(kustomization.at("/patches")).map(patch -> patch.path("path").asText()))
            .filter(name -> name.endsWith(".yaml"))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(path(folder))) {
      assertEquals(
          named,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") && !name.equals(KUSTOMIZATION))
              .collect(Collectors.toSet()));
    }
  }

  private static Path path(String folder) {
    return Installation.ORIGINAL.resolve(folder);
  }

  private static Resource kustomization(String folder) {
    return Yaml.read(path(folder).resolve(KUSTOMIZATION)).getFirst();
  }
}
