package dev.parley.client.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Makes frames of texts. Whatever a server sends becomes a frame; nothing throws. */
public final class FrameReader {

  private static final Map<String, Class<? extends ServerFrame>> FRAMES =
      Map.ofEntries(
          Map.entry("welcome", ServerFrame.Welcome.class),
          Map.entry("presence", ServerFrame.Presence.class),
          Map.entry("user_list_update", ServerFrame.UserList.class),
          Map.entry("ack", ServerFrame.Ack.class),
          Map.entry("error", ServerFrame.Refused.class),
          Map.entry("resumed", ServerFrame.Resumed.class),
          Map.entry("typing", ServerFrame.Typing.class),
          Map.entry("read", ServerFrame.Read.class),
          Map.entry("unread", ServerFrame.Unread.class),
          Map.entry("call", ServerFrame.Call.class),
          Map.entry("pong", ServerFrame.Pong.class));

  private static final Map<String, Class<? extends Event>> EVENTS =
      Map.ofEntries(
          Map.entry("chat", Event.Posted.class),
          Map.entry("chat_sent", Event.Posted.class),
          Map.entry("edited", Event.Edited.class),
          Map.entry("deleted", Event.Deleted.class),
          Map.entry("reacted", Event.Reacted.class),
          Map.entry("pinned", Event.Pinned.class),
          Map.entry("joined", Event.Joined.class),
          Map.entry("left", Event.Left.class),
          Map.entry("role_changed", Event.RoleChanged.class),
          Map.entry("room_changed", Event.RoomChanged.class),
          Map.entry("erased", Event.Erased.class),
          Map.entry("author_erased", Event.AuthorErased.class),
          Map.entry("previewed", Event.Previewed.class),
          Map.entry("call_started", Event.CallStarted.class),
          Map.entry("call_ended", Event.CallEnded.class),
          Map.entry("added", Event.Added.class),
          Map.entry("removed", Event.Removed.class),
          Map.entry("mentioned", Event.Mentioned.class),
          Map.entry("mention_withdrawn", Event.MentionWithdrawn.class),
          Map.entry("settings_changed", Event.SettingsChanged.class));

  private FrameReader() {}

  public static ServerFrame read(String text) {
    try {
      JsonNode json = WireJson.MAPPER.readTree(text);
      return json.isObject() ? frame(json) : new ServerFrame.Unreadable(text);
    } catch (JsonProcessingException e) {
      return new ServerFrame.Unreadable(text);
    }
  }

  private static ServerFrame frame(JsonNode json) throws JsonProcessingException {
    String type = json.path("type").asText();
    Class<? extends ServerFrame> known = FRAMES.get(type);
    if (known != null) {
      return WireJson.MAPPER.treeToValue(json, known);
    }
    return json.hasNonNull("conversation") && json.path("seq").canConvertToLong()
        ? logged(json, type)
        : new ServerFrame.Unknown(type);
  }

  /** An event of a conversation's log, from a socket or from a page of {@code …/events}. */
  public static ServerFrame.Logged logged(JsonNode json) {
    try {
      return logged(json, json.path("type").asText("chat"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no event: " + json, e);
    }
  }

  private static ServerFrame.Logged logged(JsonNode json, String type)
      throws JsonProcessingException {
    return new ServerFrame.Logged(
        json.path("conversation").asText(),
        json.path("seq").asLong(),
        json.hasNonNull("sender_id") ? json.get("sender_id").asLong() : null,
        json.path("sender").asText(null),
        json.path("timestamp").asText(null),
        json.path("client_id").asText(null),
        event(json, type));
  }

  private static Event event(JsonNode json, String type) throws JsonProcessingException {
    Class<? extends Event> known = EVENTS.get(type);
    return known == null ? new Event.Unknown(type) : WireJson.MAPPER.treeToValue(json, known);
  }
}
