package dev.parley.history.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Kind;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.Visibility;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A room: {@code {"id":34,"conversation":"room-34","kind":"room","name":"ops","topic":"",
 * "visibility":"private","who_may_post":"members","edit_window_seconds":null,"archived":false,
 * "members":3,"role":"owner"}}.
 *
 * @param editWindowSeconds how long after its post a message may be edited; null for ever
 * @param members how many it has
 * @param role what the reader is in it; null if they are not a member
 * @param own where the reader stands in it; null in lists, and if they are not a member
 */
@RegisterForReflection
record Room(
    long id,
    ConversationId conversation,
    Kind kind,
    String name,
    String topic,
    Visibility visibility,
    Posters whoMayPost,
    Integer editWindowSeconds,
    boolean archived,
    int members,
    Role role,
    @JsonUnwrapped Own own) {

  static final String COLUMNS =
      """
      r.id, r.name, r.topic, r.visibility, r.who_may_post, r.edit_window_seconds, r.archived, m.role,
        (SELECT count(*) FROM history.members WHERE conversation_id = r.conversation_id) AS members
      """;

  /** What is the reader's alone, as {@code welcome} has it. */
  @RegisterForReflection
  record Own(
      Sequence firstSeq,
      Sequence lastSeq,
      Sequence readSeq,
      int unread,
      int mentions,
      @JsonProperty("notify") Notify notifyOf,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant mutedUntil) {

    static Own of(ConversationEntry entry) {
      return new Own(
          entry.firstSeq(),
          entry.lastSeq(),
          entry.readSeq(),
          entry.unread(),
          entry.mentions(),
          entry.notifyOf(),
          entry.mutedUntil());
    }
  }

  static Room read(ResultSet row) throws SQLException {
    String role = row.getString("role");
    ConversationId.Room conversation = new ConversationId.Room(row.getLong("id"));
    return new Room(
        conversation.id(),
        conversation,
        Kind.ROOM,
        row.getString("name"),
        row.getString("topic"),
        Visibility.parse(row.getString("visibility")),
        Posters.parse(row.getString("who_may_post")),
        row.getObject("edit_window_seconds", Integer.class),
        row.getBoolean("archived"),
        row.getInt("members"),
        role == null ? null : Role.parse(role),
        null);
  }

  Room seenBy(ConversationEntry reader) {
    return new Room(
        id,
        conversation,
        kind,
        name,
        topic,
        visibility,
        whoMayPost,
        editWindowSeconds,
        archived,
        members,
        role,
        Own.of(reader));
  }
}
