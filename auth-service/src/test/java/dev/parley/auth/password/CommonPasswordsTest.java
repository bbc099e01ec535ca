package dev.parley.auth.password;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import dev.parley.protocol.ParleyException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AuthTest
class CommonPasswordsTest {

  private static final int ASVS_ASKS_FOR = 3_000;

  @Inject CommonPasswords common;

  /** ASVS 6.2.4: of those that the rules allow, whichever length an operator asks for. */
  @Test
  void theListIsLongEnoughWhateverTheShortestLengthIs() {
    assertTrue(common.count(6) > 9 * ASVS_ASKS_FOR, common.count(6) + " of 6 characters");
    assertTrue(common.count(8) > 3 * ASVS_ASKS_FOR, common.count(8) + " of 8 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456",
        "PassWord1",
        "ｐａｓｓｗｏｒｄ",
        "jennifer",
        "parley123",
        "sunshine1",
        "%%%%%%%%%%",
        "Ada-Lovelace"
      })
  void whatIsGuessedFirstIsRefused(String password) {
    assertThrows(ParleyException.class, () -> common.check(password, "ada-lovelace"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse", "123456 horses", "ada-lovelace's", "tQ7#ka"})
  void whatIsNotOnTheListIsAllowed(String password) {
    assertDoesNotThrow(() -> common.check(password, "ada-lovelace"));
  }
}
