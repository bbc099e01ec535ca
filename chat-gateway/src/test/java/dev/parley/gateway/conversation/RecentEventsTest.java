package dev.parley.gateway.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ReadEvents.Range;
import dev.parley.protocol.relay.RelayedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private static final int MAX_EVENTS = 10;
  private static final String FRAME = "x".repeat(100);
  private static final ConversationId DIRECT =
      ConversationId.between(new UserId(12), new UserId(57));

  private final RecentEvents recent =
      new RecentEvents(
          () -> new MemorySize(BigInteger.valueOf(MAX_EVENTS * (FRAME.length() + 64L))),
          new SimpleMeterRegistry());

  @Test
  void readsWhatItRemembersInOrder() {
    add(ConversationId.GLOBAL, 5, 9);
    assertEquals(Optional.of(List.of(6L, 7L, 8L)), read(ConversationId.GLOBAL, 6, 8));
    assertEquals(Optional.of(List.of(5L)), read(ConversationId.GLOBAL, 5, 5));
  }

  @Test
  void readsNothingWhereAPartIsNotRemembered() {
    add(ConversationId.GLOBAL, 5, 9);
    assertEquals(Optional.empty(), read(ConversationId.GLOBAL, 4, 8));
    assertEquals(Optional.empty(), read(ConversationId.GLOBAL, 8, 10));
    assertEquals(Optional.empty(), read(DIRECT, 1, 1));
  }

  @Test
  void forgetsTheOldestOfAllBeyondItsBound() {
    add(DIRECT, 1, 3);
    add(ConversationId.GLOBAL, 1, MAX_EVENTS - 2);
    assertEquals(Optional.empty(), read(DIRECT, 1, 3));
    assertEquals(Optional.of(List.of(2L, 3L)), read(DIRECT, 2, 3));
    add(ConversationId.GLOBAL, MAX_EVENTS - 1, 2 * MAX_EVENTS);
    assertEquals(Optional.empty(), read(DIRECT, 3, 3));
    assertEquals(Optional.empty(), read(ConversationId.GLOBAL, MAX_EVENTS, MAX_EVENTS + 5));
    assertEquals(
        Optional.of(List.of(MAX_EVENTS + 1L)),
        read(ConversationId.GLOBAL, MAX_EVENTS + 1, MAX_EVENTS + 1));
  }

  @Test
  void aConversationThatBeginsAnewHasNoGap() {
    add(DIRECT, 1, 3);
    recent.forget(DIRECT);
    add(DIRECT, 7, 8);
    assertEquals(Optional.empty(), read(DIRECT, 3, 8));
    add(ConversationId.GLOBAL, 1, MAX_EVENTS - 2);
    assertEquals(Optional.of(List.of(7L, 8L)), read(DIRECT, 7, 8));
  }

  @Test
  void aTextThatIsDeletedOrEditedIsForgotten() {
    add(DIRECT, 1, 5);
    recent.add(event(DIRECT, 6, "deleted", 3));
    assertEquals(Optional.empty(), read(DIRECT, 3, 6));
    assertEquals(Optional.of(List.of(4L, 5L, 6L)), read(DIRECT, 4, 6));
    recent.add(event(DIRECT, 7, "edited", 5));
    assertEquals(Optional.of(List.of(6L, 7L)), read(DIRECT, 6, 7));
    recent.add(event(DIRECT, 8, "edited", 5));
    assertEquals(Optional.empty(), read(DIRECT, 7, 8));
    assertEquals(Optional.of(List.of(8L)), read(DIRECT, 8, 8));
  }

  @Test
  void aDeletionOfWhatIsNotRememberedForgetsNothing() {
    add(DIRECT, 8, 9);
    recent.add(event(DIRECT, 10, "deleted", 3));
    assertEquals(Optional.of(List.of(8L, 9L, 10L)), read(DIRECT, 8, 10));
  }

  /** What was forgotten early takes no room of what is remembered, however often it happens. */
  @Test
  void forgettingTextsLeavesRoomForOthers() {
    for (long seq = 1; seq < 1_000; seq += 2) {
      add(DIRECT, seq, seq);
      recent.add(event(DIRECT, seq + 1, "deleted", seq));
    }
    add(ConversationId.GLOBAL, 1, MAX_EVENTS);
    assertEquals(
        Optional.of(LongStream.rangeClosed(1, MAX_EVENTS).boxed().toList()),
        read(ConversationId.GLOBAL, 1, MAX_EVENTS));
  }

  private void add(ConversationId conversation, long from, long to) {
    LongStream.rangeClosed(from, to)
        .mapToObj(seq -> event(conversation, seq, "chat", 12))
        .forEach(recent::add);
  }

  private static RelayedEvent event(
      ConversationId conversation, long seq, String type, long subject) {
    return new RelayedEvent(conversation, new Sequence(seq), type, subject, FRAME, null);
  }

  private Optional<List<Long>> read(ConversationId conversation, long from, long to) {
    return recent
        .read(Range.of(conversation, from, to))
        .map(found -> found.stream().map(event -> event.seq().value()).toList());
  }
}
