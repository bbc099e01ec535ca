package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.event.Event;
import java.util.List;
import java.util.Objects;

/**
 * {@code POST /internal/events/read} of the history service: ranges of logs, many with one query.
 */
public final class ReadEvents {

  /** Of one range. */
  public static final int MAX_EVENTS = 500;

  /** Of one request. */
  public static final int MAX_RANGES = 200;

  private ReadEvents() {}

  /**
   * {@code {"conversation":"global","from":7,"to":9}}: these events, both ends included; at most
   * {@value #MAX_EVENTS}.
   */
  public record Range(ConversationId conversation, Sequence from, Sequence to) {
    public Range {
      Objects.requireNonNull(conversation, "conversation");
      long events = to.value() - from.value() + 1;
      if (events < 1 || events > MAX_EVENTS) {
        throw new IllegalArgumentException("a range must have 1 to 500 events");
      }
    }

    /** How many places there are in it. */
    public int length() {
      return Math.toIntExact(to.value() - from.value() + 1);
    }

    /** From this event on as many as one range has, but not beyond the last one. */
    public static Range of(ConversationId conversation, long from, long last) {
      return new Range(
          conversation, new Sequence(from), new Sequence(Math.min(last, from + MAX_EVENTS - 1)));
    }
  }

  /** {@code {"ranges":[…]}}. */
  public record Request(List<Range> ranges) {
    public Request {
      ranges = List.copyOf(ranges);
      if (ranges.isEmpty() || ranges.size() > MAX_RANGES) {
        throw new IllegalArgumentException("a request must have 1 to 200 ranges");
      }
    }
  }

  /**
   * {@code {"found":[{"range":{…},"first_seq":1,"events":[…]}]}}: the ranges in the order of the
   * request, the first one always among them. The others are left out when the answer would get too
   * long; ask for them again.
   */
  public record Answer(List<Found> found) {
    public Answer {
      found = List.copyOf(found);
    }
  }

  /**
   * All that is stored of a range, in order, in its current state.
   *
   * @param firstSeq the first event of the log that still exists
   */
  public record Found(Range range, Sequence firstSeq, List<Event> events) {
    public Found {
      events = List.copyOf(events);
    }
  }
}
