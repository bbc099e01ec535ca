package dev.parley.gateway.message;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.ReadMessages.Range;
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
 * The messages that this gateway delivered last, for clients that come back. What it remembers of a
 * conversation has no gaps. Beyond {@link Config#maxBytes()} the oldest of all is forgotten.
 * Thread-safe.
 */
@Singleton
class RecentMessages {

  /** How much is remembered. */
  @ConfigMapping(prefix = "parley.recent")
  interface Config {

    /** Characters of the remembered frames, of all conversations. */
    @WithDefault("16M")
    MemorySize maxBytes();
  }

  private final Map<ConversationId, Deque<RelayedMessage>> byConversation = new HashMap<>();
  private final Queue<RelayedMessage> inOrderOfDelivery = new ArrayDeque<>();
  private final long maxBytes;
  private long bytes;

  RecentMessages(Config config, MeterRegistry metrics) {
    this.maxBytes = config.maxBytes().asLongValue();
    metrics.gauge("parley.recent.bytes", this, recent -> recent.bytes);
  }

  /** Delivered just now, after all that came before it in its conversation. */
  synchronized void add(RelayedMessage message) {
    byConversation.computeIfAbsent(message.conversation(), any -> new ArrayDeque<>()).add(message);
    inOrderOfDelivery.add(message);
    bytes += message.characters();
    while (bytes > maxBytes) {
      forget(inOrderOfDelivery.remove());
    }
  }

  private void forget(RelayedMessage oldest) {
    bytes -= oldest.characters();
    Deque<RelayedMessage> conversation = byConversation.get(oldest.conversation());
    if (conversation != null && conversation.getFirst().seq().equals(oldest.seq())) {
      conversation.removeFirst();
      if (conversation.isEmpty()) {
        byConversation.remove(oldest.conversation());
      }
    }
  }

  /** All messages of this range, in order; empty where one of them is not remembered. */
  synchronized Optional<List<RelayedMessage>> read(Range range) {
    Deque<RelayedMessage> conversation = byConversation.get(range.conversation());
    if (conversation == null
        || conversation.getFirst().seq().isAfter(range.from())
        || range.to().isAfter(conversation.getLast().seq())) {
      return Optional.empty();
    }
    ArrayDeque<RelayedMessage> found = new ArrayDeque<>(range.length());
    Iterator<RelayedMessage> latestFirst = conversation.descendingIterator();
    while (found.size() < range.length() && latestFirst.hasNext()) {
      RelayedMessage message = latestFirst.next();
      if (!message.seq().isAfter(range.to())) {
        found.addFirst(message);
      }
    }
    return Optional.of(List.copyOf(found));
  }

  /** What comes later need not follow on what was delivered before. */
  synchronized void forget(ConversationId conversation) {
    byConversation.remove(conversation);
  }
}
