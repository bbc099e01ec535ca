package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  private static final String LONGEST = "x".repeat(RequestId.MAX_LENGTH);

  @ParameterizedTest
  @ValueSource(strings = {"a", "0af7651916cd43dd8448eb211c80319c", "Edge_1.2-3"})
  void aPlainOneIsKept(String given) {
    assertEquals(given, RequestId.of(given));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "two words", "line\nbreak", "\"quoted\"", "ümlaut", "<b>", "a,b"})
  void whatMightHarmALogIsReplaced(String given) {
    String made = RequestId.of(given);
    assertNotEquals(given, made);
    assertTrue(made.matches("[0-9a-f]{16}"), made);
  }

  @Test
  void oneThatIsTooLongIsReplaced() {
    assertEquals(LONGEST, RequestId.of(LONGEST));
    assertTrue(RequestId.of(LONGEST + "x").length() < LONGEST.length());
  }

  @Test
  void noTwoRequestsGetTheSame() {
    assertNotEquals(RequestId.of(null), RequestId.of(null));
  }
}
