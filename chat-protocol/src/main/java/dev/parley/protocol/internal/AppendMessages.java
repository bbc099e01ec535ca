package dev.parley.protocol.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /internal/messages} of the history service commits the whole batch or nothing. It
 * answers 503 if it cannot store the batch now; the gateway can then send the same batch again.
 */
public final class AppendMessages {

  public static final int MAX_MESSAGES = 500;

  private AppendMessages() {}

  /**
   * In the order in which they shall get their places.
   *
   * @param traces of those messages that are traced, by their index; not written where none is
   */
  public record Request(
      List<NewMessage> messages,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Integer, TraceParent> traces) {
    public Request {
      messages = List.copyOf(messages);
      traces = traces == null ? Map.of() : Map.copyOf(traces);
      if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
        throw new IllegalArgumentException("a request must have 1 to 500 messages");
      }
      int end = messages.size();
      if (traces.keySet().stream().anyMatch(index -> index < 0 || index >= end)) {
        throw new IllegalArgumentException("a trace must belong to a message of its request");
      }
    }

    public Request(List<NewMessage> messages) {
      this(messages, Map.of());
    }
  }

  /** One receipt for each message, in the order of the request. */
  public record Answer(List<Receipt> receipts) {
    public Answer {
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * Where a message stands. A duplicate (its sender used the same {@code client_id} before) has the
   * conversation, place and time of the first one, and was not stored again.
   *
   * @param timestamp the time of the commit's statement by the database's clock, microseconds
   */
  public record Receipt(
      ConversationId conversation, Sequence seq, Instant timestamp, boolean duplicate) {}
}
