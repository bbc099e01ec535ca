package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
        "❤",
        "🇩🇪",
        "👨‍👩‍👧‍👦",
        "1️⃣",
        "#️⃣",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🏳️‍🌈",
        "⚡"
      })
  void anEmojiIsOneWhateverItConsistsOf(String text) {
    assertEquals(text, new Emoji(text).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1", "#", "👍👍", "👍a", " 👍", "<b>", "é", "\u0000", "\uD83D"})
  void anythingElseIsNone(String text) {
    ParleyException refused = assertThrows(ParleyException.class, () -> new Emoji(text));
    assertEquals(ErrorCode.EMOJI_INVALID, refused.code());
  }
}
