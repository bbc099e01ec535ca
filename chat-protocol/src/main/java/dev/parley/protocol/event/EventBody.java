package dev.parley.protocol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.Visibility;
import java.time.Instant;

/** What happened. {@link EventType} has the names. */
public sealed interface EventBody {

  /**
   * A message, as it stood when the frame was made.
   *
   * @param content empty where the message is deleted
   * @param recipient the other user's name in a direct conversation, else null
   * @param room the room's name, null elsewhere
   * @param contentSeq the event from which the content is: the message itself, or its last edit
   * @param deleted written only where it is true
   */
  record Posted(
      String content,
      String recipient,
      @JsonProperty("is_global") boolean isGlobal,
      @JsonInclude(JsonInclude.Include.NON_NULL) String room,
      Sequence contentSeq,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted)
      implements EventBody {}

  /**
   * @param content null where a later edit or a deletion has overtaken this one
   */
  record Edited(Sequence target, String content) implements EventBody {}

  record Deleted(Sequence target) implements EventBody {}

  record Reacted(Sequence target, Emoji emoji, boolean on) implements EventBody {}

  record Pinned(Sequence target, boolean on) implements EventBody {}

  /** {@code user} is a member from here on; this is the first event that they get live. */
  record Joined(User user, Arrival how, Role role) implements EventBody {}

  /** {@code user} is no longer a member; this is the last event that they get. */
  record Left(User user, Departure how) implements EventBody {}

  record RoleChanged(User user, Role role) implements EventBody {}

  /**
   * The room's settings from here on, all of them.
   *
   * @param editWindowSeconds how long after its post a message may be edited; null for ever
   */
  record RoomChanged(
      String name,
      String topic,
      Visibility visibility,
      Posters whoMayPost,
      Integer editWindowSeconds,
      boolean archived)
      implements EventBody {}

  /**
   * In an inbox: its owner is a member of this room.
   *
   * @param at the room's {@code joined} event
   */
  record Added(ConversationEntry room, Sequence at) implements EventBody {}

  /**
   * In an inbox: its owner is no longer a member.
   *
   * @param at the room's {@code left} event
   */
  record Removed(ConversationId in, Sequence at) implements EventBody {}

  /** In an inbox: its owner chose what to be notified of. */
  record SettingsChanged(
      ConversationId in, @JsonProperty("notify") Notify notifyOf, Instant mutedUntil)
      implements EventBody {}

  /** Of a newer version; only its position matters here. */
  record Unknown(String type) implements EventBody {}
}
