package dev.parley.gateway.frame;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import java.util.Map;

/** What a client sends on its socket, after {@link ClientFrameParser}. */
public sealed interface ClientFrame {

  /**
   * {@code {"type":"chat","client_id":"c-1","content":"hi","recipient":"bob"}}: the first
   * protocol's way to post; the type may be missing.
   *
   * @param content not checked yet
   * @param recipient null for everybody
   * @param clientId null where the sender chose none
   */
  record Chat(String content, String recipient, ClientId clientId) implements ClientFrame {}

  /**
   * {@code {"type":"typing","is_typing":true,"recipient":null}}: the first protocol's way to say
   * it.
   *
   * @param recipient null for everybody
   */
  record TypingTo(boolean isTyping, String recipient) implements ClientFrame {}

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

  /** {@code {"type":"ping"}}. */
  record Ping() implements ClientFrame {}

  /** Is about one conversation, which the client names. */
  sealed interface OfConversation extends ClientFrame {
    ConversationId conversation();
  }

  /** Changes a conversation, once for each {@code client_id}. */
  sealed interface Change extends OfConversation {
    ClientId clientId();
  }

  /**
   * {@code {"type":"post","conversation":"room-34","client_id":"c-1","content":"hi"}}.
   *
   * @param content not checked yet
   */
  record Post(ConversationId conversation, ClientId clientId, String content) implements Change {}

  /**
   * {@code {"type":"edit","conversation":"room-34","client_id":"c-2","target":810,"content":"ho"}}.
   *
   * @param content not checked yet
   */
  record Edit(ConversationId conversation, ClientId clientId, Sequence target, String content)
      implements Change {}

  /** {@code {"type":"delete","conversation":"room-34","client_id":"c-3","target":810}}. */
  record Delete(ConversationId conversation, ClientId clientId, Sequence target)
      implements Change {}

  /**
   * {@code {"type":"react","conversation":"room-34","client_id":"c-4","target":810,"emoji":"👍",
   * "on":true}}.
   */
  record React(
      ConversationId conversation, ClientId clientId, Sequence target, Emoji emoji, boolean on)
      implements Change {}

  /** {@code {"type":"pin","conversation":"room-34","client_id":"c-5","target":810,"on":true}}. */
  record Pin(ConversationId conversation, ClientId clientId, Sequence target, boolean on)
      implements Change {}

  /** {@code {"type":"typing","conversation":"room-34","is_typing":true}}. */
  record Typing(ConversationId conversation, boolean isTyping) implements OfConversation {}

  /** {@code {"type":"read","conversation":"global","seq":1234}}. */
  record Read(ConversationId conversation, Sequence seq) implements OfConversation {}

  /** {@code {"type":"unread","conversation":"global","seq":1234}}: from there on it is unread. */
  record Unread(ConversationId conversation, Sequence seq) implements OfConversation {}

  /** A type that this version does not know: ignored, so that newer clients keep working. */
  record Unknown(String type) implements ClientFrame {}

  /**
   * No frame at all, or one with a wrong field: answered by an error, the socket stays open.
   *
   * @param detail what is wrong and what to do
   * @param clientId of the command that it would have been, null where that is not known
   */
  record Malformed(ErrorCode code, String detail, ClientId clientId) implements ClientFrame {}
}
