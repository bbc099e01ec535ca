package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import java.util.List;

/**
 * {@code POST /internal/conversations/find} of the history service: single conversations as a user
 * sees them, for what is not in {@link ListConversations}.
 */
public final class FindConversations {

  /** Of one request. */
  public static final int MAX_ASKED = 1_000;

  private FindConversations() {}

  /** {@code {"user_id":12,"conversation":"room-34"}}. */
  public record Asked(UserId userId, ConversationId conversation) {}

  /** {@code {"asked":[…]}}. */
  public record Request(List<Asked> asked) {
    public Request {
      asked = List.copyOf(asked);
      if (asked.isEmpty() || asked.size() > MAX_ASKED) {
        throw new IllegalArgumentException("a request must have 1 to 1000 questions");
      }
    }
  }

  /** Those of which the user is a member; the others are left out, whether they exist or not. */
  public record Answer(List<Found> found) {
    public Answer {
      found = List.copyOf(found);
    }
  }

  /** What the user sees of the conversation. */
  public record Found(UserId userId, ConversationEntry entry) {}
}
