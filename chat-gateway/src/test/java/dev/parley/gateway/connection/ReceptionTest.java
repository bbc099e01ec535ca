package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G2: a connection gets each message beyond its starting points, once. */
class ReceptionTest {

  private static final ConversationId DIRECT =
      ConversationId.between(new UserId(12), new UserId(57));

  private final Reception reception = new Reception();

  @Test
  void whatComesBeforeTheBeginningIsHeldAndThenSentInOrder() {
    assertFalse(reception.takes(message(ConversationId.GLOBAL, 8)));
    assertFalse(reception.takes(message(DIRECT, 1)));
    assertFalse(reception.takes(message(ConversationId.GLOBAL, 9)));
    assertEquals(3L * message(DIRECT, 1).frame().length(), reception.heldBytes());
    reception.startFrom(points(Map.of(ConversationId.GLOBAL, new Sequence(8))));
    assertEquals(
        List.of("dm-12-57 1", "global 9"),
        reception.begin().stream().map(ReceptionTest::name).toList());
    assertEquals(0, reception.heldBytes());
    assertEquals(List.of(), reception.begin());
  }

  @Test
  void whatIsHistoryDoesNotComeLiveHoweverLateItIs() {
    reception.startFrom(
        points(Map.of(ConversationId.GLOBAL, new Sequence(8), DIRECT, new Sequence(3))));
    reception.begin();
    assertFalse(reception.takes(message(ConversationId.GLOBAL, 8)));
    assertFalse(reception.takes(message(DIRECT, 2)));
    assertTrue(reception.takes(message(ConversationId.GLOBAL, 9)));
    assertTrue(reception.takes(message(DIRECT, 4)));
  }

  @Test
  void aBurstPassesAsAWholeOnlyWhereAllOfItIsNew() {
    try (Burst burst = burst(9, 10, 11)) {
      assertFalse(reception.takesAll(burst));
      reception.begin();
      assertTrue(reception.takesAll(burst));
      assertFalse(reception.takesAll(burst));
      assertFalse(reception.takes(message(ConversationId.GLOBAL, 11)));
      assertTrue(reception.takes(message(ConversationId.GLOBAL, 12)));
    }
  }

  @Test
  void aBurstInDisorderIsLookedAtMessageByMessage() {
    reception.begin();
    try (Burst burst = burst(9, 11, 10)) {
      assertFalse(reception.takesAll(burst));
    }
  }

  @Test
  void aBurstHasItsFramesSideBySide() {
    try (Burst burst = burst(9, 10)) {
      EncodedFrame both = EncodedFrame.ofJson("{}", "{}");
      assertEquals(both.view(), burst.bytes());
      assertEquals(both.length(), burst.length());
    }
  }

  private static Burst burst(long... seqs) {
    return new Burst(
        Arrays.stream(seqs).mapToObj(seq -> message(ConversationId.GLOBAL, seq)).toList(),
        UnpooledByteBufAllocator.DEFAULT);
  }

  @Test
  void nothingPassesTwice() {
    reception.begin();
    assertTrue(reception.takes(message(DIRECT, 1)));
    assertFalse(reception.takes(message(DIRECT, 1)));
    assertTrue(reception.takes(message(ConversationId.GLOBAL, 1)));
    assertFalse(reception.takes(message(ConversationId.GLOBAL, 1)));
  }

  @Test
  void aStartingPointNeverMovesBack() {
    reception.startAt(DIRECT, new Sequence(5));
    reception.startAt(DIRECT, new Sequence(3));
    reception.begin();
    assertFalse(reception.takes(message(DIRECT, 4)));
  }

  private static StartingPoints points(Map<ConversationId, Sequence> points) {
    return new StartingPoints(points, true);
  }

  private static Delivery message(ConversationId conversation, long seq) {
    return new Delivery(conversation, seq, EncodedFrame.ofJson("{}"));
  }

  private static String name(Delivery delivery) {
    return delivery.conversation() + " " + delivery.seq();
  }
}
