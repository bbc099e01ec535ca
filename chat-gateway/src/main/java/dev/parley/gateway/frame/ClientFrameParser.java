package dev.parley.gateway.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads one text frame. Never throws: what cannot be read becomes {@link ClientFrame.Malformed}.
 */
public final class ClientFrameParser {

  /** More conversations than this in one {@code resume} are refused. */
  static final int MAX_RESUMED_CONVERSATIONS = 1_500;

  private static final ObjectReader JSON =
      new ObjectMapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ClientFrameParser() {}

  /** Thread-safe. */
  public static ClientFrame parse(String text) {
    try {
      return frame(object(text));
    } catch (WrongField e) {
      return new ClientFrame.Malformed(e.code, e.getMessage(), e.clientId);
    } catch (NotAFrame e) {
      return new ClientFrame.Malformed(ErrorCode.INVALID_FORMAT, e.getMessage(), null);
    }
  }

  private static JsonNode object(String text) throws NotAFrame {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new NotAFrame("A frame must be JSON");
    }
    if (json == null || !json.isObject()) {
      throw new NotAFrame("A frame must be a JSON object");
    }
    return json;
  }

  private static ClientFrame frame(JsonNode json) throws WrongField {
    String type = text(json, "type", "chat", null);
    return switch (type) {
      case "chat" -> chat(json);
      case "post" -> post(json);
      case "edit" -> edit(json);
      case "delete" -> delete(json);
      case "react" -> react(json);
      case "pin" -> pin(json);
      case "typing" -> typing(json);
      case "request_user_list" -> new ClientFrame.RequestUserList();
      case "resume" -> new ClientFrame.Resume(cursors(json));
      case "read" -> new ClientFrame.Read(conversation(json), sequence(json.path("seq"), "seq"));
      case "unread" ->
          new ClientFrame.Unread(conversation(json), positive(json.path("seq"), "seq"));
      case "ping" -> new ClientFrame.Ping();
      default -> new ClientFrame.Unknown(type);
    };
  }

  /** An older gateway would post to everybody what such a frame says to a room. */
  private static ClientFrame chat(JsonNode json) throws WrongField {
    ClientId clientId = clientId(json);
    if (!isAbsent(json.path("conversation"))) {
      throw new WrongField("A chat cannot name a conversation: send a post", clientId);
    }
    return new ClientFrame.Chat(
        text(json, "content", "", clientId), recipient(json, clientId), clientId);
  }

  private static ClientFrame post(JsonNode json) throws WrongField {
    ClientId clientId = requiredClientId(json);
    return new ClientFrame.Post(
        conversation(json, clientId), clientId, text(json, "content", "", clientId));
  }

  private static ClientFrame edit(JsonNode json) throws WrongField {
    ClientId clientId = requiredClientId(json);
    return new ClientFrame.Edit(
        conversation(json, clientId),
        clientId,
        target(json, clientId),
        text(json, "content", "", clientId));
  }

  private static ClientFrame delete(JsonNode json) throws WrongField {
    ClientId clientId = requiredClientId(json);
    return new ClientFrame.Delete(conversation(json, clientId), clientId, target(json, clientId));
  }

  private static ClientFrame react(JsonNode json) throws WrongField {
    ClientId clientId = requiredClientId(json);
    String emoji = text(json, "emoji", "", clientId);
    if (!Emoji.isOne(emoji)) {
      throw new WrongField(ErrorCode.EMOJI_INVALID, ErrorCode.EMOJI_INVALID.text(), clientId);
    }
    return new ClientFrame.React(
        conversation(json, clientId),
        clientId,
        target(json, clientId),
        new Emoji(emoji),
        flag(json, "on", clientId));
  }

  private static ClientFrame pin(JsonNode json) throws WrongField {
    ClientId clientId = requiredClientId(json);
    return new ClientFrame.Pin(
        conversation(json, clientId), clientId, target(json, clientId), flag(json, "on", clientId));
  }

  /** The first protocol names a recipient, or nobody for everybody. */
  private static ClientFrame typing(JsonNode json) throws WrongField {
    return isAbsent(json.path("conversation"))
        ? new ClientFrame.TypingTo(isTyping(json), recipient(json, null))
        : new ClientFrame.Typing(conversation(json), isTyping(json));
  }

  private static ClientId requiredClientId(JsonNode json) throws WrongField {
    ClientId clientId = clientId(json);
    if (clientId == null) {
      throw new WrongField("client_id must be a string of 1 to 64 characters", null);
    }
    return clientId;
  }

  private static Sequence target(JsonNode json, ClientId clientId) throws WrongField {
    try {
      return positive(json.path("target"), "target");
    } catch (WrongField e) {
      throw new WrongField(e.getMessage(), clientId);
    }
  }

  private static Sequence positive(JsonNode value, String field) throws WrongField {
    Sequence sequence = sequence(value, field);
    if (sequence.value() == 0) {
      throw new WrongField(field + " must be an integer from 1 up", null);
    }
    return sequence;
  }

  private static boolean flag(JsonNode json, String field, ClientId clientId) throws WrongField {
    JsonNode value = json.path(field);
    if (!value.isBoolean()) {
      throw new WrongField(field + " must be true or false", clientId);
    }
    return value.booleanValue();
  }

  private static ClientId clientId(JsonNode json) throws WrongField {
    JsonNode value = json.path("client_id");
    if (isAbsent(value)) {
      return null;
    }
    try {
      return new ClientId(value.isTextual() ? value.textValue() : "");
    } catch (IllegalArgumentException e) {
      throw new WrongField("client_id must be a string of 1 to 64 characters", null);
    }
  }

  private static String recipient(JsonNode json, ClientId clientId) throws WrongField {
    String recipient = text(json, "recipient", "", clientId);
    return recipient.isEmpty() ? null : recipient;
  }

  private static boolean isTyping(JsonNode json) throws WrongField {
    JsonNode value = json.path("is_typing");
    if (!isAbsent(value) && !value.isBoolean()) {
      throw new WrongField("is_typing must be true or false", null);
    }
    return value.asBoolean();
  }

  private static Map<ConversationId, Sequence> cursors(JsonNode json) throws WrongField {
    JsonNode conversations = json.path("conversations");
    if (!conversations.isObject() || conversations.size() > MAX_RESUMED_CONVERSATIONS) {
      throw new WrongField(
          "conversations must be an object from at most 1,500 conversations to a seq", null);
    }
    Map<ConversationId, Sequence> cursors = new HashMap<>();
    for (Map.Entry<String, JsonNode> cursor : conversations.properties()) {
      cursors.put(conversation(cursor.getKey()), sequence(cursor.getValue(), cursor.getKey()));
    }
    return cursors;
  }

  private static ConversationId conversation(JsonNode json) throws WrongField {
    return conversation(json, null);
  }

  private static ConversationId conversation(JsonNode json, ClientId clientId) throws WrongField {
    try {
      return conversation(text(json, "conversation", "", clientId));
    } catch (WrongField e) {
      throw new WrongField(e.getMessage(), clientId);
    }
  }

  private static ConversationId conversation(String name) throws WrongField {
    try {
      return ConversationId.parse(name);
    } catch (IllegalArgumentException e) {
      throw new WrongField(e.getMessage(), null);
    }
  }

  private static Sequence sequence(JsonNode value, String field) throws WrongField {
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new WrongField(field + " must be an integer from 0 up", null);
    }
    try {
      return new Sequence(value.longValue());
    } catch (IllegalArgumentException e) {
      throw new WrongField(e.getMessage(), null);
    }
  }

  private static String text(JsonNode json, String field, String otherwise, ClientId clientId)
      throws WrongField {
    JsonNode value = json.path(field);
    if (isAbsent(value)) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw new WrongField(field + " must be a string", clientId);
    }
    return value.textValue();
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static final class NotAFrame extends Exception {
    private static final long serialVersionUID = 1L;

    NotAFrame(String message) {
      super(message, null, false, false);
    }
  }

  private static final class WrongField extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient ClientId clientId;

    WrongField(String message, ClientId clientId) {
      this(ErrorCode.INVALID_FIELD, message, clientId);
    }

    WrongField(ErrorCode code, String message, ClientId clientId) {
      super(message, null, false, false);
      this.code = code;
      this.clientId = clientId;
    }
  }
}
