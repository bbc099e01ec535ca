package dev.parley.gateway.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ReadMessages.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ConversationOrderTest {

  private final List<Long> delivered = new ArrayList<>();
  private final ConversationOrder order =
      new ConversationOrder(ConversationId.GLOBAL, message -> delivered.add(message.seq().value()));

  @Test
  void deliversInTurnWhateverCameFirst() {
    order.startAt(new Sequence(4));
    accept(6, 7);
    assertEquals(List.of(), delivered);
    accept(5);
    assertEquals(List.of(5L, 6L, 7L), delivered);
  }

  @Test
  void deliversNothingTwice() {
    order.startAt(Sequence.NONE);
    accept(1, 2, 2, 1);
    accept(1, 3);
    assertEquals(List.of(1L, 2L, 3L), delivered);
  }

  @Test
  void holdsEverythingUntilItIsKnownWhereToBegin() {
    accept(11, 10, 12);
    assertEquals(List.of(), delivered);
    assertEquals(Optional.empty(), order.missing());
    order.startAt(new Sequence(10));
    assertEquals(List.of(11L, 12L), delivered);
  }

  @Test
  void beginsOnlyOnce() {
    order.startAt(new Sequence(3));
    order.startAt(new Sequence(9));
    accept(4);
    assertEquals(List.of(4L), delivered);
  }

  @Test
  void knowsWhatIsMissing() {
    order.startAt(Sequence.NONE);
    accept(1, 4);
    assertEquals(Optional.of(Range.of(ConversationId.GLOBAL, 2, 3)), order.missing());
    accept(2, 3);
    assertEquals(Optional.empty(), order.missing());
    order.committed(new Sequence(6));
    assertEquals(Optional.of(Range.of(ConversationId.GLOBAL, 5, 6)), order.missing());
    order.end();
    assertEquals(Optional.empty(), order.missing());
  }

  @Test
  void aTellingBeforeItHasBegunSaysWhereItMayBegin() {
    assertEquals(Optional.empty(), order.startAsTold());
    order.told(new Sequence(7), new Sequence(8));
    order.told(new Sequence(5), new Sequence(6));
    assertEquals(Optional.of(new Sequence(4)), order.startAsTold());
    order.startAt(new Sequence(4));
    assertEquals(Optional.of(Range.of(ConversationId.GLOBAL, 5, 8)), order.missing());
  }

  @Test
  void oneThatHasEndedTakesNothingAndHandsOverWhatItKnew() {
    order.startAt(new Sequence(4));
    accept(5, 8);
    order.end();
    assertFalse(order.told(new Sequence(9), new Sequence(9)));
    assertFalse(order.committed(new Sequence(9)));
    ConversationOrder next = new ConversationOrder(ConversationId.GLOBAL, message -> {});
    assertTrue(next.inherit(order));
    assertEquals(Optional.of(new Sequence(5)), next.startAsTold());
    next.startAt(new Sequence(5));
    assertEquals(Optional.of(Range.of(ConversationId.GLOBAL, 6, 8)), next.missing());
  }

  @Test
  void forgetsWhatIsTooFarAheadButNotThatItIsMissing() {
    order.startAt(Sequence.NONE);
    long last = ConversationOrder.MAX_WAITING + 10;
    accept(LongStream.rangeClosed(2, last).toArray());
    accept(1);
    long missing = order.missing().orElseThrow().from().value();
    accept(LongStream.rangeClosed(missing, last).toArray());
    assertEquals(LongStream.rangeClosed(1, last).boxed().toList(), delivered);
  }

  @RepeatedTest(50)
  void anyInterleavingOfAnyDuplicatesIsDeliveredOnceInOrder(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    order.startAt(Sequence.NONE);
    List<Integer> arrivals =
        new ArrayList<>(
            IntStream.rangeClosed(1, 100).flatMap(i -> IntStream.of(i, i)).boxed().toList());
    Collections.shuffle(arrivals, random);
    arrivals.forEach(seq -> accept(seq));
    assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), delivered);
  }

  private void accept(long... seqs) {
    order.accept(LongStream.of(seqs).mapToObj(ConversationOrderTest::message).toList());
  }

  private static RelayedMessage message(long seq) {
    return new RelayedMessage(
        ConversationId.GLOBAL, new Sequence(seq), new UserId(1), "{}", null, null);
  }
}
