package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageContentTest {

  @Test
  void countsCharactersNotUtf16Units() {
    assertEquals(Optional.empty(), MessageContent.problemWith("😀".repeat(4_000)));
    assertEquals(
        Optional.of(ErrorCode.CONTENT_TOO_LONG), MessageContent.problemWith("a".repeat(4_001)));
  }

  @Test
  void blankIsEmpty() {
    assertEquals(Optional.of(ErrorCode.CONTENT_EMPTY), MessageContent.problemWith(" \n\t"));
  }

  @Test
  void refusesWhatPostgresCannotKeep() {
    assertEquals(
        Optional.of(ErrorCode.CONTENT_NOT_STORABLE), MessageContent.problemWith("a\u0000b"));
    assertEquals(
        Optional.of(ErrorCode.CONTENT_NOT_STORABLE), MessageContent.problemWith("half \ud83d"));
  }

  @Test
  void keepsMarkupAndLineBreaksAsTheyAre() {
    assertEquals("<b>\n</b> ", new MessageContent("<b>\n</b> ").value());
  }
}
