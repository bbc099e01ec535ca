package dev.parley.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://chat.example, chat.example:443",
    "HTTP://Chat.Example, chat.example:80",
    "http://[::1]:8000, [::1]:8000",
    "http://[::1], [::1]:80"
  })
  void thePortIsAlwaysThere(String text, String authority) {
    assertEquals(authority, WebOrigin.ofPages(text).authority());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "null",
        "chat.example",
        "//chat.example",
        "https://",
        "https://chat.example/",
        "https://chat.example/chat",
        "https://chat.example?a",
        "https://me@chat.example",
        "ftp://chat.example",
        "https://chat example"
      })
  void anOperatorIsToldWhatIsNoOrigin(String text) {
    assertThrows(IllegalArgumentException.class, () -> WebOrigin.ofPages(text));
  }

  @Test
  void aSiteIsAtItsHostWithTheDefaultPortOrWithoutIt() {
    WebOrigin origin = WebOrigin.ofPages("https://chat.example");
    assertTrue(origin.isAt("chat.example"));
    assertTrue(origin.isAt("CHAT.example:443"));
    assertFalse(origin.isAt("chat.example:80"));
    assertFalse(origin.isAt(null));
  }
}
