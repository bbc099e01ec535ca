package dev.parley.gateway.frame;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import java.util.Map;

/** What a client sends on its socket, after {@link ClientFrameParser}. */
public sealed interface ClientFrame {

  /**
   * {@code {"type":"chat","client_id":"c-1","content":"hi","recipient":"bob"}}; the type may be
   * missing.
   *
   * @param content not checked yet
   * @param recipient null for everybody
   * @param clientId null where the sender chose none
   */
  record Chat(String content, String recipient, ClientId clientId) implements ClientFrame {}

  /**
   * {@code {"type":"typing","is_typing":true,"recipient":null}}.
   *
   * @param recipient null for everybody
   */
  record Typing(boolean isTyping, String recipient) implements ClientFrame {}

  /** {@code {"type":"request_user_list"}}. */
  record RequestUserList() implements ClientFrame {}

  /**
   * {@code {"type":"resume","conversations":{"global":1234}}}: the first frame of a client of the
   * second protocol, with the last {@code seq} that it has of each conversation.
   */
  record Resume(Map<ConversationId, Sequence> conversations) implements ClientFrame {
    public Resume {
      conversations = Map.copyOf(conversations);
    }
  }

  /** {@code {"type":"read","conversation":"global","seq":1234}}. */
  record Read(ConversationId conversation, Sequence seq) implements ClientFrame {}

  /** {@code {"type":"ping"}}. */
  record Ping() implements ClientFrame {}

  /** A type that this version does not know: ignored, so that newer clients keep working. */
  record Unknown(String type) implements ClientFrame {}

  /**
   * No frame at all, or one with a wrong field: answered by an error, the socket stays open.
   *
   * @param detail what is wrong and what to do
   * @param clientId of the message that it would have been, null where that is not known
   */
  record Malformed(ErrorCode code, String detail, ClientId clientId) implements ClientFrame {}
}
