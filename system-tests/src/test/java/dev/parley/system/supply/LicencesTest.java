package dev.parley.system.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That of every library, also of those that only the tests have. */
class LicencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth-service",
        "history-service",
        "chat-gateway",
        "local-stack",
        "tools",
        "system-tests"
      })
  void everyLibraryHasOneThatIsAllowed(String module) {
    assertEquals(List.of(), Licences.findings(Sbom.of(module)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                                              | []",
        "[{\"license\": {\"id\": \"AGPL-3.0-only\"}}]                    | [AGPL-3.0-only]",
        "[{\"license\": {\"name\": \"Ask us\"}}]                         | [Ask us]",
        "[{\"expression\": \"AGPL-3.0-only AND MIT\"}] | [AGPL-3.0-only AND MIT]",
        "[{\"expression\": \"SSPL-1.0 OR AGPL-3.0-only\"}]               | [SSPL-1.0, AGPL-3.0-only]",
      })
  void anotherOrNoneIsFound(String licences, String told) throws IOException {
    assertEquals(List.of("org.tukaani:xz: " + told), findings(licences));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"license\": {\"id\": \"MIT\"}}]",
        "[{\"license\": {\"id\": \"AGPL-3.0-only\"}}, {\"license\": {\"id\": \"Apache-2.0\"}}]",
        "[{\"expression\": \"AGPL-3.0-only OR Apache-2.0\"}]",
      })
  void oneOfSeveralIsEnough(String licences) throws IOException {
    assertEquals(List.of(), findings(licences));
  }

  private static List<String> findings(String licences) throws IOException {
    return Licences.findings(
            Sbom.parse(
                """
                {"components": [
                  {"group": "org.tukaani", "name": "xz", "version": "1.11", "licenses": %s}
                ]}
                """
                    .formatted(licences)))
        .toList();
  }
}
