package dev.parley.system.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** target/sbom.cdx.json of the programs, against the files that it is made of. */
class SbomTest {

  @ParameterizedTest
  @ValueSource(strings = {"auth-service", "history-service", "chat-gateway"})
  void everyLibraryOfAServiceIsInItsSbom(String service) throws IOException {
    assertEquals(
        Set.of(), unknown(jars(service, "quarkus-app/lib"), service, Component::fileOfService));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local-stack", "tools"})
  void everyLibraryOfTheLocalStackIsInItsSbom(String module) throws IOException {
    assertEquals(Set.of(), unknown(jars(module, "lib"), module, Component::file));
  }

  /** They are for developers and have none of their own; this way their licences are looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"chaos", "bench", "fuzz"})
  void everyLibraryOfACheckerIsInSomeSbom(String checker) throws IOException {
    Set<String> rest = jars(checker, "lib");
    for (String module : List.of("chat-gateway", "local-stack", "system-tests")) {
      rest = unknown(rest, module, Component::file);
    }
    assertEquals(Set.of(), rest);
  }

  /** They are in no jar of its own, but in the script that browsers load. */
  @Test
  void theLibrariesOfThePageAreInTheSbomOfTheGateway() {
    Set<String> known =
        Sbom.of("chat-gateway").components().stream()
            .map(Component::id)
            .collect(Collectors.toSet());
    assertTrue(
        known.containsAll(
            Set.of("org.mvnpm:lit", "org.mvnpm:lit-html", "org.mvnpm.at.lit:reactive-element")),
        known.toString());
  }

  /** Those of these files that are not in the SBOM of this module. */
  private static Set<String> unknown(
      Set<String> files, String module, Function<Component, String> file) {
    Set<String> unknown = new TreeSet<>(files);
    Sbom.of(module).components().stream().map(file).forEach(unknown::remove);
    return unknown;
  }

  private static Set<String> jars(String module, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", module, "target", folder))) {
      Set<String> jars =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".jar"))
              .collect(Collectors.toSet());
      assertFalse(jars.isEmpty(), module);
      return jars;
    }
  }
}
