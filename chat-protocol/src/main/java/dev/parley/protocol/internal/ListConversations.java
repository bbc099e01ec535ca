package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.UserId;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /internal/conversations/list} of the history service returns the conversations of
 * these users from one snapshot: their inbox and global, and of the others the most recently active
 * ones first, at most {@value #MAX_CONVERSATIONS} for each user.
 */
public final class ListConversations {

  /** Of one user. */
  public static final int MAX_CONVERSATIONS = 1_500;

  /** Of one request. */
  public static final int MAX_USERS = 200;

  private ListConversations() {}

  /** {@code {"user_ids":[12,57]}}. */
  public record Request(List<UserId> userIds) {
    public Request {
      userIds = List.copyOf(userIds);
      if (userIds.isEmpty() || userIds.size() > MAX_USERS) {
        throw new IllegalArgumentException("a request must have 1 to 200 users");
      }
    }
  }

  /**
   * {@code {"epoch":"…","conversations":{"12":[…]}}}: by user id. Some users may be left out when
   * the answer would get too long, but never all of them; ask for them again.
   *
   * @param epoch changes whenever the log is another one: a backup was restored, data was reset
   */
  public record Answer(String epoch, Map<String, List<ConversationEntry>> conversations) {
    public Answer {
      conversations = Map.copyOf(conversations);
    }
  }
}
