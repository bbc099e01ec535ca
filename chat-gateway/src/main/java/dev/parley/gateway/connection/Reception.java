package dev.parley.gateway.connection;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which messages a connection gets live: those beyond its {@link StartingPoints}, each
 * once. Until {@link #begin} it holds them, so that the missed ones can be sent first. Not
 * thread-safe; belongs to the connection's event loop.
 */
final class Reception {

  /**
   * The last place that the connection has got or does not need; global apart, as it is busiest.
   */
  private final Map<ConversationId, Long> reached = new HashMap<>();

  private long reachedGlobally;
  private List<Delivery> held = new ArrayList<>();
  private long heldBytes;

  /** The client has, or is being sent by other means, what lies up to here. */
  void startFrom(StartingPoints points) {
    points.points().forEach(this::startAt);
  }

  void startAt(ConversationId conversation, Sequence point) {
    reach(conversation, Math.max(reached(conversation), point.value()));
  }

  /** Whether this message is to be sent now; it will not be a second time. */
  boolean takes(Delivery delivery) {
    if (held != null) {
      held.add(delivery);
      heldBytes += delivery.frame().length();
      return false;
    }
    return isNext(delivery);
  }

  /** The same for all messages of a burst at once; false where it has to be asked for each. */
  boolean takesAll(Burst burst) {
    if (held != null || !burst.isAscending() || burst.firstSeq() <= reachedGlobally) {
      return false;
    }
    reachedGlobally = burst.lastSeq();
    return true;
  }

  private boolean isNext(Delivery delivery) {
    if (delivery.seq() <= reached(delivery.conversation())) {
      return false;
    }
    reach(delivery.conversation(), delivery.seq());
    return true;
  }

  long heldBytes() {
    return heldBytes;
  }

  /** What was held and is to be sent now, in order; from here on messages are live. */
  List<Delivery> begin() {
    if (held == null) {
      return List.of();
    }
    List<Delivery> due = held;
    held = null;
    heldBytes = 0;
    due.removeIf(delivery -> !isNext(delivery));
    return due;
  }

  private long reached(ConversationId conversation) {
    return conversation instanceof ConversationId.Global
        ? reachedGlobally
        : reached.getOrDefault(conversation, 0L);
  }

  private void reach(ConversationId conversation, long seq) {
    if (conversation instanceof ConversationId.Global) {
      reachedGlobally = seq;
    } else {
      reached.put(conversation, seq);
    }
  }
}
