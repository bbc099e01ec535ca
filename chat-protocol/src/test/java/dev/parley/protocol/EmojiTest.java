package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
        "☝🏽",
        "🕵🏽‍♂️",
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

  /** As text, as a picture, or without a word about it: people see one and the same emoji. */
  @ParameterizedTest
  @CsvSource({
    "\uD83D\uDC4D, \uD83D\uDC4D\uFE0F",
    "\u2764\uFE0F, \u2764",
    "\u2764\uFE0F, \u2764\uFE0E",
    "\u261D\uD83C\uDFFD, \u261D\uFE0F\uD83C\uDFFD",
    "1\uFE0F\u20E3, 1\u20E3",
    "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08, \uD83C\uDFF3\u200D\uD83C\uDF08",
    "\uD83D\uDD75\uFE0F\u200D\u2642\uFE0F, \uD83D\uDD75\u200D\u2642"
  })
  void thePictureIsTheSameHoweverItIsWritten(String qualified, String other) {
    assertEquals(qualified, new Emoji(other).value());
    assertEquals(new Emoji(qualified), new Emoji(other));
  }

  @Test
  void eachSkinToneIsAnEmojiOfItsOwn() {
    assertNotEquals(new Emoji("👍"), new Emoji("👍🏽"));
    assertNotEquals(new Emoji("👍🏻"), new Emoji("👍🏽"));
  }

  /** What the page shows before the server has answered is what the server keeps. */
  @Test
  void thePageOffersEmojiInTheFormInWhichTheyAreKept() throws IOException {
    Path offered = Path.of("..", "web-page", "src", "main", "resources", "web", "public", "emoji");
    for (JsonNode group : new ObjectMapper().readTree(offered.resolve("en.json").toFile())) {
      for (JsonNode emoji : group) {
        assertEquals(emoji.get(0).asText(), new Emoji(emoji.get(0).asText()).value());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1",
        "#",
        "👍👍",
        "👍a",
        " 👍",
        "<b>",
        "é",
        "\u0000",
        "\uD83D",
        "abc",
        "★",
        "👍\u0301",
        "👍\u200D",
        "😀🏽",
        "\uFE0F",
        "🇩",
        "🏴\uDB40\uDC67"
      })
  void anythingElseIsNone(String text) {
    ParleyException refused = assertThrows(ParleyException.class, () -> new Emoji(text));
    assertEquals(ErrorCode.EMOJI_INVALID, refused.code());
  }
}
