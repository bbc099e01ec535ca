package dev.parley.client.frame;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a server sends. A field that it leaves out is null, false, 0 or an empty list. Times are as
 * they come, ISO 8601.
 */
public sealed interface ServerFrame {

  /**
   * Something happened in a conversation and took the next place of its log.
   *
   * @param seq the place
   * @param senderId null where the server acts, as is {@code sender}
   * @param clientId of the command that made it, if it had one
   */
  record Logged(
      String conversation,
      long seq,
      Long senderId,
      String sender,
      String timestamp,
      String clientId,
      Event event)
      implements ServerFrame {}

  /** The first frame of the second protocol. */
  record Welcome(
      Person user,
      long sessionId,
      String version,
      String epoch,
      long heartbeatMs,
      String serverTime,
      Limits limits,
      List<ConversationState> conversations)
      implements ServerFrame {
    public Welcome {
      conversations = Lists.copyOf(conversations);
    }
  }

  /** What a client has to keep to. */
  record Limits(int maxContentCharacters, int maxFrameBytes, int maxClientIdLength) {}

  /**
   * Who is online: everybody, or what has changed.
   *
   * @param full null in a frame of differences
   */
  record Presence(List<Person> full, List<Person> joined, List<Person> left)
      implements ServerFrame {
    public Presence {
      full = full == null ? null : Lists.copyOf(full);
      joined = Lists.copyOf(joined);
      left = Lists.copyOf(left);
    }
  }

  /** First protocol: the names of all users who are online. */
  record UserList(List<String> users, String message, String timestamp) implements ServerFrame {
    public UserList {
      users = Lists.copyOf(users);
    }
  }

  /**
   * A command is committed.
   *
   * @param duplicate it had been before
   * @param unchanged there was nothing to do, so it took no place
   */
  record Ack(
      String clientId,
      String conversation,
      long seq,
      String timestamp,
      boolean duplicate,
      boolean unchanged)
      implements ServerFrame {}

  /**
   * A frame that the server could not use.
   *
   * @param clientId of the command, if it is about one
   * @param retryAfterMs null where sending it again cannot help
   */
  record Refused(String code, String message, String detail, String clientId, Long retryAfterMs)
      implements ServerFrame {}

  /**
   * The answer to {@code resume} for one conversation; what comes after it is live.
   *
   * @param complete whether nothing is missing up to {@code lastSeq}
   * @param code {@code "not_found"} for a conversation that is not the user's
   */
  record Resumed(String conversation, long lastSeq, boolean complete, String code)
      implements ServerFrame {}

  record Typing(
      String username,
      @JsonProperty("is_typing") boolean typing,
      String recipient,
      String conversation,
      Long thread)
      implements ServerFrame {}

  /** Another of the user's clients has read so far. */
  record Read(String conversation, long seq, Long thread) implements ServerFrame {}

  /** Another of the user's clients wants everything from this place on to be unread. */
  record Unread(String conversation, long seq) implements ServerFrame {}

  /** A step of a call between two connections. */
  record Call(
      String conversation, String callId, long senderId, String fromConnection, JsonNode signal)
      implements ServerFrame {}

  record Pong(String serverTime) implements ServerFrame {}

  /** A type that this client does not know, without a place in a conversation. */
  record Unknown(String type) implements ServerFrame {}

  /** No JSON object. */
  record Unreadable(String text) implements ServerFrame {}
}
