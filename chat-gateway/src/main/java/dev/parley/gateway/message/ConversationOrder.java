package dev.parley.gateway.message;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadMessages;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the messages of one conversation in order: each place is delivered once, after the one
 * before. A message ahead of its turn waits; one that was delivered is dropped. Thread-safe;
 * messages are delivered under the lock, which is what keeps them in order.
 *
 * <p>At most {@value #MAX_WAITING} messages wait. A further one is forgotten, but not that it
 * exists: it stays {@link #missing() missing} until it is accepted again from the history service.
 */
final class ConversationOrder {

  static final int MAX_WAITING = 1_000;

  private static final long UNKNOWN = -1;

  private final ConversationId conversation;
  private final Consumer<RelayedMessage> delivery;
  private final TreeMap<Long, RelayedMessage> waiting = new TreeMap<>();
  private long delivered = UNKNOWN;
  private long highest;
  private boolean ended;

  ConversationOrder(ConversationId conversation, Consumer<RelayedMessage> delivery) {
    this.conversation = conversation;
    this.delivery = delivery;
  }

  ConversationId conversation() {
    return conversation;
  }

  /** Sets the place after which delivery begins, unless it has begun. */
  synchronized void startAt(Sequence last) {
    if (delivered == UNKNOWN) {
      delivered = last.value();
      deliverWhatIsNext();
    }
  }

  synchronized void accept(List<RelayedMessage> messages) {
    if (!Mechanism.ORDER.isOn()) {
      messages.forEach(delivery);
      return;
    }
    messages.forEach(this::keep);
    deliverWhatIsNext();
  }

  private void keep(RelayedMessage message) {
    long seq = message.seq().value();
    highest = Math.max(highest, seq);
    if (seq > delivered && (seq == delivered + 1 || waiting.size() < MAX_WAITING)) {
      waiting.put(seq, message);
    }
  }

  private void deliverWhatIsNext() {
    if (delivered == UNKNOWN || ended) {
      return;
    }
    waiting.headMap(delivered, true).clear();
    while (!waiting.isEmpty() && waiting.firstKey() == delivered + 1) {
      delivered++;
      delivery.accept(waiting.pollFirstEntry().getValue());
    }
  }

  /** All places up to here were committed. */
  synchronized void committed(Sequence last) {
    if (Mechanism.ORDER.isOn()) {
      highest = Math.max(highest, last.value());
    }
  }

  /** Nobody here takes part any more: nothing is missing, nothing is delivered. */
  synchronized void end() {
    ended = true;
    waiting.clear();
  }

  synchronized boolean hasStarted() {
    return delivered != UNKNOWN;
  }

  /** The first places that are known to exist and are not here; empty where it is complete. */
  synchronized Optional<ReadMessages.Range> missing() {
    if (ended || delivered == UNKNOWN || delivered >= highest) {
      return Optional.empty();
    }
    long last = waiting.isEmpty() ? highest : waiting.firstKey() - 1;
    return Optional.of(ReadMessages.Range.of(conversation, delivered + 1, last));
  }
}
