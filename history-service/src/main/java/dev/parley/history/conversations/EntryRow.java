package dev.parley.history.conversations;

import dev.parley.history.conversations.UnreadCounts.Mark;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Kind;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What the database has of a conversation for one of its members.
 *
 * @param room the name of a room, otherwise null
 * @param visibility of a room, otherwise null
 */
record EntryRow(
    Mark mark,
    Sequence firstSeq,
    Role role,
    Notify notifyOf,
    Instant mutedUntil,
    String room,
    Visibility visibility,
    boolean archived) {

  static final String COLUMNS =
      """
      c.id, c.name, c.first_seq, c.last_seq, c.last_at, coalesce(r.read_seq, 0) AS read_seq,
        m.role, m.notify, m.muted_until, room.name AS room, room.visibility, room.archived
      """;

  static EntryRow read(ResultSet row) throws SQLException {
    ConversationId conversation = ConversationId.parse(row.getString("name"));
    String role = row.getString("role");
    String notify = row.getString("notify");
    OffsetDateTime mutedUntil = row.getObject("muted_until", OffsetDateTime.class);
    String visibility = row.getString("visibility");
    return new EntryRow(
        new Mark(
            new UserId(row.getLong("user_id")),
            conversation,
            row.getLong("id"),
            new Sequence(row.getLong("read_seq")),
            new Sequence(row.getLong("last_seq"))),
        new Sequence(row.getLong("first_seq")),
        role == null ? Role.MEMBER : Role.parse(role),
        notify == null ? Notify.byDefault(Kind.of(conversation)) : Notify.parse(notify),
        mutedUntil == null ? null : mutedUntil.toInstant(),
        row.getString("room"),
        visibility == null ? null : Visibility.parse(visibility),
        row.getBoolean("archived"));
  }

  /** An inbox in which nothing happened yet. */
  static ConversationEntry emptyInbox(UserId owner) {
    return new ConversationEntry(
        new ConversationId.Inbox(owner),
        Kind.INBOX,
        null,
        null,
        Role.MEMBER,
        new Sequence(1),
        Sequence.NONE,
        Sequence.NONE,
        0,
        0,
        Notify.byDefault(Kind.INBOX),
        null,
        false,
        null);
  }

  ConversationId conversation() {
    return mark.conversation();
  }

  Optional<UserId> with() {
    return conversation() instanceof ConversationId.Direct direct
        ? Optional.of(direct.other(mark.user()))
        : Optional.empty();
  }

  ConversationEntry entry(Map<UserId, User> users, int unread) {
    User other = with().map(users::get).orElse(null);
    return new ConversationEntry(
        conversation(),
        Kind.of(conversation()),
        other == null ? room : other.username(),
        other,
        role,
        firstSeq,
        mark.last(),
        mark.read(),
        unread,
        0,
        notifyOf,
        mutedUntil,
        archived,
        visibility);
  }
}
