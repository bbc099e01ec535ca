package dev.parley.gateway.message;

import dev.parley.protocol.Sequence;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the messages of one conversation in order: each place is delivered once, after the one
 * before. A message ahead of its turn waits; one that was delivered is dropped. Thread-safe;
 * messages are delivered under the lock, which is what keeps them in order.
 *
 * <p>At most {@value #MAX_WAITING} messages wait. A further one is forgotten, but not that it
 * exists: it stays {@link #isMissingAny() missing} until it is accepted again from the history
 * service.
 */
final class ConversationOrder {

  static final int MAX_WAITING = 1_000;

  private static final long UNKNOWN = -1;

  private final Consumer<RelayedMessage> delivery;
  private final TreeMap<Long, RelayedMessage> waiting = new TreeMap<>();
  private long delivered = UNKNOWN;
  private long highest;
  private boolean ended;

  ConversationOrder(Consumer<RelayedMessage> delivery) {
    this.delivery = delivery;
  }

  /** Sets the place after which delivery begins, unless it has begun. */
  synchronized void startAt(Sequence last) {
    if (delivered == UNKNOWN) {
      delivered = last.value();
      deliverWhatIsNext();
    }
  }

  synchronized void accept(List<RelayedMessage> messages) {
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

  /** Nobody here takes part any more: nothing is missing, nothing is delivered. */
  synchronized void end() {
    ended = true;
    waiting.clear();
  }

  /** Whether something is known to exist that was not delivered. */
  synchronized boolean isMissingAny() {
    return !ended && delivered != UNKNOWN && delivered < highest;
  }

  synchronized boolean hasStarted() {
    return delivered != UNKNOWN;
  }

  /** The first place that is missing. */
  synchronized Sequence firstMissing() {
    return new Sequence(delivered + 1);
  }
}
