package dev.parley.gateway.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.User;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What the gateway sends on a socket; {@link FrameEncoder} makes the bytes. Timestamps are text:
 * ISO 8601 in UTC without a zone, with microseconds.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ServerFrame.UserListUpdate.class, name = "user_list_update"),
  @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = ServerFrame.Failure.class, name = "error"),
  @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
  @JsonSubTypes.Type(value = ServerFrame.Ack.class, name = "ack"),
  @JsonSubTypes.Type(value = ServerFrame.AckUnchanged.class, name = "ack"),
  @JsonSubTypes.Type(value = ServerFrame.PresenceFull.class, name = "presence"),
  @JsonSubTypes.Type(value = ServerFrame.PresenceChange.class, name = "presence"),
  @JsonSubTypes.Type(value = ServerFrame.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = ServerFrame.ReadMark.class, name = "read"),
  @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
})
@RegisterForReflection(ignoreNested = false)
public sealed interface ServerFrame {

  /**
   * Who is online, to first-protocol clients; {@code message} is null where nobody came or went.
   */
  record UserListUpdate(WrittenNames users, String message, String timestamp)
      implements ServerFrame {}

  /** Somebody else types, or stopped; {@code recipient} is null for everybody. */
  record Typing(
      String username,
      @JsonProperty("is_typing") boolean isTyping,
      String recipient,
      ConversationId conversation)
      implements ServerFrame {}

  /**
   * {@code {"type":"error","message":"Failed to save message","code":"save_failed",…}}.
   *
   * @param detail what exactly is wrong, where the message's text is fixed by the first protocol
   * @param retryAfterMs there where the same frame may be sent again
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Failure(
      String message, ErrorCode code, String detail, ClientId clientId, Long retryAfterMs)
      implements ServerFrame {}

  /**
   * The first frame of the second protocol.
   *
   * @param version of the protocol: what a client may send
   * @param epoch of the logs: if it is another one than before, drop what you hold
   */
  record Welcome(
      User user,
      SessionId sessionId,
      int version,
      String epoch,
      long heartbeatMs,
      String serverTime,
      Limits limits,
      List<ConversationEntry> conversations)
      implements ServerFrame {

    /** What this gateway understands. */
    public static final int VERSION = 1;

    public Welcome {
      conversations = List.copyOf(conversations);
    }
  }

  /** What a client must keep to. */
  record Limits(int maxContentCharacters, long maxFrameBytes, int maxClientIdLength) {}

  /** Answers a command with a {@code client_id}: it is stored, and this is its event. */
  record Ack(
      ClientId clientId,
      ConversationId conversation,
      Sequence seq,
      String timestamp,
      boolean duplicate)
      implements ServerFrame {}

  /** Answers a command that had nothing to change. */
  record AckUnchanged(ClientId clientId, ConversationId conversation, boolean unchanged)
      implements ServerFrame {}

  /** Everybody who is online. */
  record PresenceFull(List<User> full) implements ServerFrame {
    public PresenceFull {
      full = List.copyOf(full);
    }
  }

  /** Who came and who went since the frame before. */
  record PresenceChange(List<User> joined, List<User> left) implements ServerFrame {
    public PresenceChange {
      joined = List.copyOf(joined);
      left = List.copyOf(left);
    }
  }

  /**
   * The end of a conversation's missing events: from here on it is live.
   *
   * @param complete false: there are more than the gateway sends; page over HTTP after lastSeq
   * @param code why the conversation is not resumed; then the other two are null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Resumed(ConversationId conversation, Sequence lastSeq, Boolean complete, ErrorCode code)
      implements ServerFrame {
    public static Resumed upTo(Sequence lastSeq, ConversationId conversation, boolean complete) {
      return new Resumed(conversation, lastSeq, complete, null);
    }

    /** The same for one that does not exist and one that is not this user's. */
    public static Resumed notFound(ConversationId conversation) {
      return new Resumed(conversation, null, null, ErrorCode.NOT_FOUND);
    }
  }

  /** Another device of this user has read so far. */
  record ReadMark(ConversationId conversation, Sequence seq) implements ServerFrame {}

  /** Answers {@code ping}. */
  record Pong(String serverTime) implements ServerFrame {}
}
