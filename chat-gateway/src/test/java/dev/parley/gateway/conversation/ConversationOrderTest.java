package dev.parley.gateway.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadEvents.Range;
import dev.parley.protocol.relay.RelayedEvent;
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
  private ConversationOrder order = orderAt(0);

  private ConversationOrder orderAt(long start) {
    return new ConversationOrder(
        ConversationId.GLOBAL, new Sequence(start), event -> delivered.add(event.seq().value()));
  }

  @Test
  void deliversInTurnWhateverCameFirst() {
    order = orderAt(4);
    accept(6, 7);
    assertEquals(List.of(), delivered);
    accept(5);
    assertEquals(List.of(5L, 6L, 7L), delivered);
  }

  @Test
  void deliversNothingTwice() {
    accept(1, 2, 2, 1);
    accept(1, 3);
    assertEquals(List.of(1L, 2L, 3L), delivered);
  }

  @Test
  void knowsWhatIsMissing() {
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
  void oneThatHasEndedTakesNothing() {
    accept(1);
    order.end();
    accept(2);
    order.committed(new Sequence(9));
    assertEquals(List.of(1L), delivered);
    assertEquals(Optional.empty(), order.missing());
    assertTrue(order.hasEnded());
  }

  @Test
  void whatWasErasedIsSkipped() {
    accept(4, 7);
    order.skipTo(new Sequence(4));
    assertEquals(List.of(4L), delivered);
    order.skipTo(new Sequence(2));
    assertEquals(Optional.of(Range.of(ConversationId.GLOBAL, 5, 6)), order.missing());
  }

  @Test
  void tellsHowFarItIsWhileNothingIsDelivered() {
    accept(1, 2, 4);
    assertEquals(new Sequence(2), order.whileAt(delivered -> delivered));
  }

  @Test
  void forgetsWhatIsTooFarAheadButNotThatItIsMissing() {
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
    List<Integer> arrivals =
        new ArrayList<>(
            IntStream.rangeClosed(1, 100).flatMap(i -> IntStream.of(i, i)).boxed().toList());
    Collections.shuffle(arrivals, random);
    arrivals.forEach(seq -> accept(seq));
    assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), delivered);
  }

  private void accept(long... seqs) {
    order.accept(LongStream.of(seqs).mapToObj(ConversationOrderTest::event).toList());
  }

  private static RelayedEvent event(long seq) {
    return new RelayedEvent(ConversationId.GLOBAL, new Sequence(seq), "chat", 1, "{}", null);
  }
}
