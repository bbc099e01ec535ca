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
  private long start = UNKNOWN;
  private long delivered = UNKNOWN;
  private long highest;
  private long firstTold = UNKNOWN;
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
      start = last.value();
      delivered = start;
      deliverWhatIsNext();
    }
  }

  /** Where delivery began: whoever needs what lies before gets it by other means. */
  synchronized Optional<Sequence> start() {
    return start == UNKNOWN ? Optional.empty() : Optional.of(new Sequence(start));
  }

  /**
   * @return false if the order has ended: then whoever comes meanwhile needs a new one
   */
  synchronized boolean accept(List<RelayedMessage> messages) {
    if (ended) {
      return false;
    }
    if (Mechanism.ORDER.isOn()) {
      messages.forEach(this::keep);
      deliverWhatIsNext();
    } else {
      messages.forEach(delivery);
    }
    return true;
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

  /**
   * All places up to here were committed.
   *
   * @return false if the order has ended
   */
  synchronized boolean committed(Sequence last) {
    if (!ended && Mechanism.ORDER.isOn()) {
      highest = Math.max(highest, last.value());
    }
    return !ended;
  }

  /**
   * The feed, which tells every message once, told of these.
   *
   * @return false if the order has ended
   */
  synchronized boolean told(Sequence from, Sequence to) {
    firstTold = firstTold == UNKNOWN ? from.value() : Math.min(firstTold, from.value());
    return committed(to);
  }

  /** Just before the first message that the feed told of; empty if it told of none. */
  synchronized Optional<Sequence> startAsTold() {
    return firstTold == UNKNOWN ? Optional.empty() : Optional.of(new Sequence(firstTold - 1));
  }

  /** Nobody here takes part any more: nothing is missing, nothing is delivered. */
  synchronized void end() {
    ended = true;
    waiting.clear();
  }

  /**
   * Takes over what another order of the same conversation knew when it ended.
   *
   * @return false if this one has ended as well
   */
  boolean inherit(ConversationOrder predecessor) {
    return predecessor
        .undelivered()
        .map(places -> told(places.from(), places.to()))
        .orElseGet(() -> committed(Sequence.NONE));
  }

  private record Places(Sequence from, Sequence to) {}

  private synchronized Optional<Places> undelivered() {
    long first = delivered == UNKNOWN ? Math.max(1, firstTold) : delivered + 1;
    return first > highest
        ? Optional.empty()
        : Optional.of(new Places(new Sequence(first), new Sequence(highest)));
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
