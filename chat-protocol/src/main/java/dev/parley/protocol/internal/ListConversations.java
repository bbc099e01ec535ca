package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /internal/conversations/list} of the history service returns the conversations of
 * these users, the most recently active first. They always include the global one, and are at most
 * {@value #MAX_CONVERSATIONS} for each user.
 */
public final class ListConversations {

  /** Of one user. */
  public static final int MAX_CONVERSATIONS = 500;

  /** Of one request. */
  public static final int MAX_USERS = 200;

  /** More unread messages of a direct conversation are not counted. */
  public static final int MAX_UNREAD = 100;

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
   * {@code {"conversations":{"12":[{"conversation":"global","last_seq":9,"read_seq":7,
   * "unread":1}]}}}: by user id.
   */
  public record Answer(Map<String, List<Position>> conversations) {
    public Answer {
      conversations = Map.copyOf(conversations);
    }
  }

  /**
   * How far a conversation goes, and how far this user has read it.
   *
   * @param unread messages of others after the read mark: up to {@value #MAX_UNREAD} in a direct
   *     conversation; elsewhere 1 where there are any
   */
  public record Position(
      ConversationId conversation, Sequence lastSeq, Sequence readSeq, int unread) {

    /** The same, once the conversation has gone further. */
    public Position reaching(Sequence further) {
      return new Position(conversation, further, readSeq, unread);
    }
  }
}
