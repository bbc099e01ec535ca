package dev.parley.system.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PinnedVersionsTest {

  private static final Path ROOT = Path.of("..");

  static List<Path> poms() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return Stream.concat(Stream.of(ROOT), modules)
          .map(folder -> folder.resolve("pom.xml"))
          .filter(Files::exists)
          .toList();
    }
  }

  @Test
  void theModulesAreFound() throws IOException {
    assertTrue(poms().size() > 10, poms().toString());
  }

  @ParameterizedTest
  @MethodSource("poms")
  void everyVersionIsAPropertyAndNoRange(Path pom) throws IOException {
    assertEquals(List.of(), PinnedVersions.findings(pom).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.11           | 1.11          | 1.11 is no property of the parent's pom",
        "[1.11,2)       | ${xz.version} | xz.version is no version: [1.11,2)",
        "1.12-SNAPSHOT  | ${xz.version} | xz.version is no version: 1.12-SNAPSHOT",
        "LATEST         | ${xz.version} | xz.version is no version: LATEST",
      })
  void whatCouldBeAnotherVersionTomorrowIsFound(
      String property, String version, String finding, @TempDir Path folder) throws IOException {
    Path pom = Files.writeString(folder.resolve("pom.xml"), pom(property, version));
    assertEquals(List.of(finding), PinnedVersions.findings(pom).toList());
  }

  private static String pom(String property, String version) {
    return """
        <project>
          <properties><xz.version>%s</xz.version></properties>
          <dependencies><dependency><version>%s</version></dependency></dependencies>
        </project>
        """
        .formatted(property, version);
  }
}
