package dev.parley.gateway.conversation;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.relay.RelayedEvent;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts the events of one conversation in order: each is delivered once, after the one before. An
 * event ahead of its turn waits; one that was delivered is dropped. Thread-safe; events are
 * delivered under the lock, which is what keeps them in order.
 *
 * <p>At most {@value #MAX_WAITING} events wait. A further one is forgotten, but not that it exists:
 * it stays {@link #missing() missing} until it is accepted again from the history service.
 */
final class ConversationOrder {

  static final int MAX_WAITING = 1_000;

  private final ConversationId conversation;
  private final Consumer<RelayedEvent> delivery;
  private final TreeMap<Long, RelayedEvent> waiting = new TreeMap<>();
  private final long start;
  private long delivered;
  private long highest;
  private boolean ended;

  /**
   * @param start after which delivery begins: whoever needs what lies before reads it from storage
   */
  ConversationOrder(ConversationId conversation, Sequence start, Consumer<RelayedEvent> delivery) {
    this.conversation = conversation;
    this.delivery = delivery;
    this.start = start.value();
    this.delivered = this.start;
    this.highest = this.start;
  }

  /** In any order, some of them perhaps for the second time. */
  synchronized void accept(List<RelayedEvent> events) {
    if (ended) {
      return;
    }
    if (Mechanism.ORDER.isOn()) {
      events.forEach(this::keep);
      deliverWhatIsNext();
    } else {
      events.forEach(delivery);
    }
  }

  private void keep(RelayedEvent event) {
    long seq = event.seq().value();
    highest = Math.max(highest, seq);
    if (seq > delivered && (seq == delivered + 1 || waiting.size() < MAX_WAITING)) {
      waiting.put(seq, event);
    }
  }

  private void deliverWhatIsNext() {
    while (!waiting.isEmpty() && waiting.firstKey() == delivered + 1) {
      delivered++;
      delivery.accept(waiting.pollFirstEntry().getValue());
    }
  }

  /** Everything up to here was committed. */
  synchronized void committed(Sequence last) {
    if (!ended && Mechanism.ORDER.isOn()) {
      highest = Math.max(highest, last.value());
    }
  }

  /** What lies before this event was erased: nobody can deliver it. */
  synchronized void skipTo(Sequence first) {
    if (first.value() - 1 > delivered) {
      delivered = first.value() - 1;
      waiting.headMap(delivered, true).clear();
      deliverWhatIsNext();
    }
  }

  /** Nobody here is a member any more: nothing is missing, nothing is delivered. */
  synchronized void end() {
    ended = true;
    waiting.clear();
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /** The first events that are known to exist and are not here; empty where nothing is missing. */
  synchronized Optional<ReadEvents.Range> missing() {
    if (ended || delivered >= highest) {
      return Optional.empty();
    }
    long last = waiting.isEmpty() ? highest : waiting.firstKey() - 1;
    return Optional.of(ReadEvents.Range.of(conversation, delivered + 1, last));
  }

  /** Nothing is delivered while the action runs; it is given the last event that was. */
  synchronized <T> T whileAt(Function<Sequence, T> action) {
    return action.apply(new Sequence(delivered));
  }

  Sequence start() {
    return new Sequence(start);
  }
}
