package dev.parley.client.frame;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a client sends. */
public sealed interface ClientFrame permits ClientFrame.Ephemeral, Command {

  /** As in {@code "type"}. */
  String type();

  /** A frame without a {@code client_id}: at most once, and without an answer of its own. */
  sealed interface Ephemeral extends ClientFrame {}

  /**
   * The first frame of the second protocol: the last place that the client has, by conversation.
   */
  record Resume(Map<String, Long> conversations) implements Ephemeral {
    public Resume {
      conversations = Map.copyOf(conversations);
    }

    @Override
    public String type() {
      return "resume";
    }
  }

  /**
   * @param conversation second protocol
   * @param recipient first protocol: a username, or null for everybody
   */
  record Typing(
      String conversation, String recipient, @JsonProperty("is_typing") boolean typing, Long thread)
      implements Ephemeral {
    public Typing(String recipient, boolean typing) {
      this(null, recipient, typing, null);
    }

    @Override
    public String type() {
      return "typing";
    }
  }

  /** Everything up to this place is read; a mark never falls. */
  record Read(String conversation, long seq, Long thread) implements Ephemeral {
    @Override
    public String type() {
      return "read";
    }
  }

  /** Everything from this place on is unread. */
  record Unread(String conversation, long seq) implements Ephemeral {
    @Override
    public String type() {
      return "unread";
    }
  }

  /**
   * @param toConnection null for all
   */
  record Call(String conversation, String callId, String toConnection, JsonNode signal)
      implements Ephemeral {
    @Override
    public String type() {
      return "call";
    }
  }

  record Ping() implements Ephemeral {
    @Override
    public String type() {
      return "ping";
    }
  }

  /** First protocol. */
  record RequestUserList() implements Ephemeral {
    @Override
    public String type() {
      return "request_user_list";
    }
  }
}
