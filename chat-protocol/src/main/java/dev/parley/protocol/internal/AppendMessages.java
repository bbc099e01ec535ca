package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.time.Instant;
import java.util.List;

/**
 * {@code POST /internal/messages} of the history service: all of the batch is committed, or none of
 * it. 503 when it cannot be stored now; then the same batch may be sent again.
 */
public final class AppendMessages {

  public static final int MAX_MESSAGES = 500;

  private AppendMessages() {}

  /** In the order in which they shall get their places. */
  public record Request(List<NewMessage> messages) {
    public Request {
      messages = List.copyOf(messages);
      if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
        throw new IllegalArgumentException("1 to 500 messages a request");
      }
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
