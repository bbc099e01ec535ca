package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdTest {

  private static final UserId ADA = new UserId(12);
  private static final UserId BOB = new UserId(57);

  @ParameterizedTest
  @ValueSource(strings = {"global", "dm-12-57", "dm-12-12", "room-34", "inbox-12"})
  void everyNameSurvivesParsing(String name) {
    assertEquals(name, ConversationId.parse(name).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Global",
        "dm-57-12",
        "dm-0-1",
        "dm-1",
        "dm-01-2",
        "room-0",
        "dm-1-2-3",
        "dm-9999999999999999-9999999999999999",
        "dm-\u06F1-\u06F2",
        "room-\u096F",
        "room-x",
        "inbox-",
        "inbox-0"
      })
  void whatIsNoNameIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> ConversationId.parse(name));
  }

  @Test
  void twoUsersHaveOneDirectConversationWhoeverStartsIt() {
    assertEquals(ConversationId.between(ADA, BOB), ConversationId.between(BOB, ADA));
  }

  @Test
  void aDirectConversationIsBetweenItsTwoUsersOnly() {
    ConversationId.Direct conversation = (ConversationId.Direct) ConversationId.between(ADA, BOB);
    assertTrue(conversation.isBetween(ADA));
    assertTrue(conversation.isBetween(BOB));
    assertFalse(conversation.isBetween(new UserId(13)));
  }
}
