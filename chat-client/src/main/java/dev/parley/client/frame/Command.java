package dev.parley.client.frame;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What changes a conversation. A command has a {@code client_id}, and may be sent again with it for
 * ever: the server does it once, and answers each time with an {@code ack} or an {@code error}.
 * {@code target} is the place of the message it is about.
 */
public sealed interface Command extends ClientFrame {

  /** Null in the first protocol, which has no answers. */
  String clientId();

  /** The message of a user to everybody or to one other user, in both protocols. */
  record Chat(String clientId, String content, String recipient) implements Command {
    @Override
    public String type() {
      return "chat";
    }
  }

  /** A message to any conversation. */
  record Post(
      String conversation,
      String clientId,
      String content,
      Long replyTo,
      Long thread,
      Boolean alsoToRoom,
      List<String> attachments,
      Source forwardOf,
      String everyone,
      Boolean silent)
      implements Command {
    public Post(String conversation, String clientId, String content) {
      this(conversation, clientId, content, null, null, null, null, null, null, null);
    }

    public Post {
      attachments = attachments == null ? null : List.copyOf(attachments);
    }

    @Override
    public String type() {
      return "post";
    }
  }

  /** Where a message that is forwarded stands. */
  record Source(String conversation, long seq) {}

  record Edit(String conversation, String clientId, long target, String content)
      implements Command {
    @Override
    public String type() {
      return "edit";
    }
  }

  record Delete(String conversation, String clientId, long target) implements Command {
    @Override
    public String type() {
      return "delete";
    }
  }

  record React(String conversation, String clientId, long target, String emoji, boolean on)
      implements Command {
    @Override
    public String type() {
      return "react";
    }
  }

  record Pin(String conversation, String clientId, long target, boolean on) implements Command {
    @Override
    public String type() {
      return "pin";
    }
  }

  /** A command of a later version, or one that is wrong on purpose. */
  record Other(@JsonIgnore String type, String clientId, @JsonIgnore JsonNode fields)
      implements Command {}
}
