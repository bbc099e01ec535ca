package dev.parley.history.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedCursorTest {

  @Test
  void aCursorIsReadAsItWasWritten() {
    for (String text : List.of("812", "812:800", "812:800,805")) {
      assertEquals(text, FeedCursor.parse(text).toString());
    }
    for (String wrong : List.of("", ":", "812:", "812:,", "٨١٢", "812:800,", "1:2:3")) {
      assertThrows(IllegalArgumentException.class, () -> FeedCursor.parse(wrong), wrong);
    }
  }

  @Test
  void aSnapshotIsACursor() {
    assertEquals("812:800,805", FeedCursor.ofSnapshot("800:812:800,805").toString());
    assertEquals("812", FeedCursor.ofSnapshot("812:812:").toString());
  }

  @Test
  void aPageThatEndsEarlierKeepsWhatWasPendingThen() {
    assertEquals("803:800", FeedCursor.parse("812:800,805").upTo(802).toString());
  }

  @Test
  void theOneThatLacksMoreIsNoFurther() {
    assertTrue(FeedCursor.parse("811").isNoFurtherThan(FeedCursor.parse("812:800")));
    assertTrue(FeedCursor.parse("812:800").isNoFurtherThan(FeedCursor.parse("812")));
    assertFalse(FeedCursor.parse("812").isNoFurtherThan(FeedCursor.parse("812:800")));
  }
}
