package dev.parley.gateway.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ReadMessages.Range;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentMessagesTest {

  private static final int MAX_MESSAGES = 10;
  private static final String FRAME = "x".repeat(100);
  private static final ConversationId DIRECT =
      ConversationId.between(new UserId(12), new UserId(57));

  private final RecentMessages recent =
      new RecentMessages(
          () -> new MemorySize(BigInteger.valueOf((long) MAX_MESSAGES * FRAME.length())),
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
    add(ConversationId.GLOBAL, 1, MAX_MESSAGES - 2);
    assertEquals(Optional.empty(), read(DIRECT, 1, 3));
    assertEquals(Optional.of(List.of(2L, 3L)), read(DIRECT, 2, 3));
    add(ConversationId.GLOBAL, MAX_MESSAGES - 1, 2 * MAX_MESSAGES);
    assertEquals(Optional.empty(), read(DIRECT, 3, 3));
    assertEquals(Optional.empty(), read(ConversationId.GLOBAL, MAX_MESSAGES, MAX_MESSAGES + 5));
    assertEquals(
        Optional.of(List.of(MAX_MESSAGES + 1L)),
        read(ConversationId.GLOBAL, MAX_MESSAGES + 1, MAX_MESSAGES + 1));
  }

  @Test
  void aConversationThatBeginsAnewHasNoGap() {
    add(DIRECT, 1, 3);
    recent.forget(DIRECT);
    add(DIRECT, 7, 8);
    assertEquals(Optional.empty(), read(DIRECT, 3, 8));
    add(ConversationId.GLOBAL, 1, MAX_MESSAGES - 2);
    assertEquals(Optional.of(List.of(7L, 8L)), read(DIRECT, 7, 8));
  }

  private void add(ConversationId conversation, long from, long to) {
    LongStream.rangeClosed(from, to)
        .mapToObj(
            seq ->
                new RelayedMessage(
                    conversation, new Sequence(seq), new UserId(12), FRAME, null, null))
        .forEach(recent::add);
  }

  private Optional<List<Long>> read(ConversationId conversation, long from, long to) {
    return recent
        .read(Range.of(conversation, from, to))
        .map(found -> found.stream().map(message -> message.seq().value()).toList());
  }
}
