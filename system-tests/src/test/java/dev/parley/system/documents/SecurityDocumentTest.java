package dev.parley.system.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/security.md names tests that exist. */
class SecurityDocumentTest {

  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final int FEWEST = 40;

  static Stream<String> named() throws IOException {
    return NAMED
        .matcher(Files.readString(Path.of("..", "docs", "security.md")))
        .results()
        .map(name -> name.group(1) + (name.group(2) == null ? "" : "." + name.group(2)))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("named")
  void everyTestThatIsNamedExists(String name) throws IOException {
    String[] parts = name.split("\\.", 2);
    String source = sources(parts[0]);
    assertTrue(source.contains("class " + parts[0]), name);
    assertTrue(parts.length == 1 || source.contains("void " + parts[1] + "("), name);
  }

  @Test
  void theAttackListHasAtLeastFortyEntries() throws IOException {
    long attacks;
    try (Stream<Path> files = Files.list(folder("attack"))) {
      attacks = files.map(SecurityDocumentTest::read).mapToLong(SecurityDocumentTest::tests).sum();
    }
    assertTrue(attacks >= FEWEST, "only " + attacks);
  }

  private static long tests(String source) {
    return Pattern.compile("@(Parameterized)?Test\\b").matcher(source).results().count();
  }

  /** Of all classes of this name, in any module; two packages may each have one. */
  private static String sources(String className) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path tests : modules()) {
      try (Stream<Path> files = Files.walk(tests)) {
        files
            .filter(file -> file.endsWith(className + ".java"))
            .map(SecurityDocumentTest::read)
            .forEach(found::add);
      }
    }
    return String.join("\n", found);
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      return folders
          .map(module -> module.resolve(Path.of("src", "test", "java")))
          .filter(Files::isDirectory)
          .toList();
    }
  }

  private static Path folder(String name) {
    return Path.of("src", "test", "java", "dev", "parley", "system").resolve(name);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
