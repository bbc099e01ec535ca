package dev.parley.gateway.conversation;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.event.EventType;
import dev.parley.protocol.internal.ReadEvents.Range;
import dev.parley.protocol.relay.RelayedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * The events that this gateway delivered last, for clients that come back. What it remembers of a
 * conversation has no gaps, and no text that was edited or deleted since. Beyond {@link
 * Config#maxBytes()} the oldest of all is forgotten. Thread-safe.
 */
@Singleton
class RecentEvents {

  /** How much is remembered. */
  @ConfigMapping(prefix = "parley.recent")
  interface Config {

    /** Characters of the remembered frames, of all conversations. */
    @WithDefault("16M")
    MemorySize maxBytes();
  }

  /** What it costs to remember an event besides its frame, until its turn to be forgotten comes. */
  private static final int OVERHEAD = 64;

  private final Map<ConversationId, Deque<Remembered>> byConversation = new HashMap<>();
  private final Queue<Remembered> inOrderOfDelivery = new ArrayDeque<>();
  private final long maxBytes;
  private long bytes;

  private static final class Remembered {
    /** Null once it is forgotten. */
    private RelayedEvent event;

    Remembered(RelayedEvent event) {
      this.event = event;
    }
  }

  RecentEvents(Config config, MeterRegistry metrics) {
    this.maxBytes = config.maxBytes().asLongValue();
    metrics.gauge("parley.recent.bytes", this, recent -> recent.bytes);
  }

  /** Delivered just now, after all that came before it in its conversation. */
  synchronized void add(RelayedEvent event) {
    if (event.is(EventType.EDITED) || event.is(EventType.DELETED)) {
      forgetText(event);
    }
    Remembered remembered = new Remembered(event);
    byConversation.computeIfAbsent(event.conversation(), any -> new ArrayDeque<>()).add(remembered);
    inOrderOfDelivery.add(remembered);
    bytes += event.characters() + OVERHEAD;
    while (bytes > maxBytes) {
      forgetOldest();
    }
  }

  /**
   * Forgets everything up to the last event that has a text of the message. What remains still has
   * no gaps.
   */
  private void forgetText(RelayedEvent change) {
    Deque<Remembered> events = byConversation.get(change.conversation());
    if (events == null) {
      return;
    }
    long last = 0;
    for (Remembered remembered : events) {
      if (hasTextOf(change.subject(), remembered.event)) {
        last = remembered.event.seq().value();
      }
    }
    while (!events.isEmpty() && events.getFirst().event.seq().value() <= last) {
      forgetFirst(events, change.conversation());
    }
  }

  private static boolean hasTextOf(long message, RelayedEvent event) {
    return event.seq().value() == message
        || (event.is(EventType.EDITED) && event.subject() == message);
  }

  private void forgetOldest() {
    Remembered oldest = inOrderOfDelivery.remove();
    bytes -= OVERHEAD;
    if (oldest.event != null) {
      ConversationId conversation = oldest.event.conversation();
      forgetFirst(byConversation.get(conversation), conversation);
    }
  }

  private void forgetFirst(Deque<Remembered> events, ConversationId conversation) {
    Remembered first = events.removeFirst();
    bytes -= first.event.characters();
    first.event = null;
    if (events.isEmpty()) {
      byConversation.remove(conversation);
    }
  }

  /** All events of this range, in order; empty where one of them is not remembered. */
  synchronized Optional<List<RelayedEvent>> read(Range range) {
    Deque<Remembered> events = byConversation.get(range.conversation());
    if (events == null
        || events.getFirst().event.seq().isAfter(range.from())
        || range.to().isAfter(events.getLast().event.seq())) {
      return Optional.empty();
    }
    ArrayDeque<RelayedEvent> found = new ArrayDeque<>(range.length());
    Iterator<Remembered> latestFirst = events.descendingIterator();
    while (found.size() < range.length() && latestFirst.hasNext()) {
      RelayedEvent event = latestFirst.next().event;
      if (!event.seq().isAfter(range.to())) {
        found.addFirst(event);
      }
    }
    return Optional.of(List.copyOf(found));
  }

  /** What comes later need not follow on what was delivered before. */
  synchronized void forget(ConversationId conversation) {
    Deque<Remembered> events = byConversation.get(conversation);
    while (events != null && !events.isEmpty()) {
      forgetFirst(events, conversation);
    }
  }
}
