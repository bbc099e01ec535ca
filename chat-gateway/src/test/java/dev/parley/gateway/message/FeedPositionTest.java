package dev.parley.gateway.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.protocol.internal.ReadFeed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedPositionTest {

  private static final Instant ONE = Instant.parse("2026-01-02T03:04:05Z");
  private static final Instant TWO = ONE.plusSeconds(1);
  private static final Instant AFTER_A_STOP = TWO.plusSeconds(40);

  private final FeedPosition position = new FeedPosition();

  @Test
  void asksForAllUntilThereWasAnAnswer() {
    assertNull(position.since());
    position.readUntil(ONE);
    assertEquals(ONE.minus(ReadFeed.MARGIN), position.since());
  }

  @Test
  void goesBackToTheAnswerBeforeTheLastSoThatACommitAfterAStopIsSeen() {
    position.readUntil(ONE);
    position.readUntil(TWO);
    assertEquals(ONE.minus(ReadFeed.MARGIN), position.since());
    position.readUntil(AFTER_A_STOP);
    assertEquals(TWO.minus(ReadFeed.MARGIN), position.since());
  }
}
