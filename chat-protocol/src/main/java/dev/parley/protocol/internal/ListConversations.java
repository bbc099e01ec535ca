package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.util.List;

/**
 * {@code GET /internal/conversations?user_id=} of the history service: where this user takes part,
 * the latest activity first, global always among them, at most {@value #MAX_CONVERSATIONS}.
 */
public final class ListConversations {

  public static final int MAX_CONVERSATIONS = 500;

  private ListConversations() {}

  /** {@code {"conversations":[{"conversation":"global","last_seq":9,"read_seq":7}]}}. */
  public record Answer(List<Position> conversations) {
    public Answer {
      conversations = List.copyOf(conversations);
    }
  }

  /** How far a conversation goes, and how far this user has read it. */
  public record Position(ConversationId conversation, Sequence lastSeq, Sequence readSeq) {}
}
