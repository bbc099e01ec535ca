package dev.parley.tools.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTextsTest {

  @Test
  void anOrdinaryTextStaysAsItIs() {
    assertEquals(List.of(" Good\nmorning 😀 "), MessageTexts.of(" Good\nmorning 😀 "));
  }

  @Test
  void aLongOneBecomesSeveralAndLosesNothing() {
    String text = "😀".repeat(4_000) + "a".repeat(4_001);
    List<String> parts = MessageTexts.of(text);
    assertEquals(List.of(8_000, 4_000, 1), parts.stream().map(String::length).toList());
    assertEquals(text, String.join("", parts));
  }

  @Test
  void whatShowsNothingIsLeftOut() {
    assertEquals(List.of(), MessageTexts.of(null));
    assertEquals(List.of(), MessageTexts.of(""));
    assertEquals(List.of(), MessageTexts.of(" \n"));
  }

  @Test
  void whatCannotBeStoredIsReplaced() {
    assertEquals(List.of("a\uFFFDb\uFFFD"), MessageTexts.of("a\0b\uD83D"));
  }
}
