package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.util.List;
import java.util.Objects;

/**
 * {@code POST /internal/messages/read} of the history service: stretches of conversations, many
 * with one query.
 */
public final class ReadMessages {

  /** Of one range. */
  public static final int MAX_MESSAGES = 500;

  /** Of one request. */
  public static final int MAX_RANGES = 200;

  private ReadMessages() {}

  /**
   * {@code {"conversation":"global","from":7,"to":9}}: these places, both included; at most {@value
   * #MAX_MESSAGES} of them.
   */
  public record Range(ConversationId conversation, Sequence from, Sequence to) {
    public Range {
      Objects.requireNonNull(conversation, "conversation");
      long messages = to.value() - from.value() + 1;
      if (messages < 1 || messages > MAX_MESSAGES) {
        throw new IllegalArgumentException("a range must have 1 to 500 messages");
      }
    }

    /** How many places there are in it. */
    public int length() {
      return Math.toIntExact(to.value() - from.value() + 1);
    }

    /** From this place on as many as one range has, but not beyond the last one. */
    public static Range of(ConversationId conversation, long from, long last) {
      return new Range(
          conversation, new Sequence(from), new Sequence(Math.min(last, from + MAX_MESSAGES - 1)));
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
   * {@code {"stretches":[{"range":{…},"messages":[…]}]}}: the ranges in the order of the request,
   * the first one always among them; the rest is left out when the answer would get too long, and
   * to be asked for again.
   */
  public record Answer(List<Stretch> stretches) {
    public Answer {
      stretches = List.copyOf(stretches);
    }
  }

  /** All that is stored of a range, in order. */
  public record Stretch(Range range, List<StoredMessage> messages) {
    public Stretch {
      messages = List.copyOf(messages);
    }
  }
}
