package dev.parley.history.append;

import dev.parley.history.ledger.Ledger;
import dev.parley.history.ledger.Member;
import dev.parley.history.ledger.Room;
import dev.parley.history.ledger.Seat;
import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes what decisions changed about rooms and their members. */
record WriteRooms(Connection connection, Ledger ledger, Map<ConversationId, Long> rows) {

  /** Rooms may have exchanged their names: until the next statement none of them has one. */
  private static final String RELEASE_NAMES =
      "UPDATE history.rooms SET archived = true WHERE conversation_id = ANY (?::bigint[])";

  /** In one order, so that two replicas never wait for each other. */
  private static final String ROOMS =
      """
      INSERT INTO history.rooms (id, conversation_id, name, folded, skeleton, topic, visibility,
        who_may_post, edit_window_seconds, archived) OVERRIDING SYSTEM VALUE
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::integer[], ?::boolean[]) AS r (id, conversation_id, name, folded)
      ORDER BY folded
      ON CONFLICT (conversation_id) DO UPDATE
      SET name = excluded.name, folded = excluded.folded, skeleton = excluded.skeleton,
        topic = excluded.topic, visibility = excluded.visibility,
        who_may_post = excluded.who_may_post,
        edit_window_seconds = excluded.edit_window_seconds, archived = excluded.archived
      """;

  private static final String MEMBERS =
      """
      INSERT INTO history.members (conversation_id, user_id, role, since_seq, notify, muted_until)
      SELECT conversation_id, user_id, role, since_seq, notify, muted_until::timestamptz
      FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])
        AS m (conversation_id, user_id, role, since_seq, notify, muted_until)
      ON CONFLICT (user_id, conversation_id) DO UPDATE
      SET role = excluded.role, since_seq = excluded.since_seq, notify = excluded.notify,
        muted_until = excluded.muted_until
      """;

  private static final String NO_MEMBERS =
      """
      DELETE FROM history.members m
      USING unnest(?::bigint[], ?::bigint[]) AS gone (conversation_id, user_id)
      WHERE m.conversation_id = gone.conversation_id AND m.user_id = gone.user_id
      """;

  private static final String BANS =
      """
      INSERT INTO history.bans (conversation_id, user_id, banned_by, banned_at)
      SELECT conversation_id, user_id, banned_by, banned_at::timestamptz
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
        AS b (conversation_id, user_id, banned_by, banned_at)
      ON CONFLICT (conversation_id, user_id) DO NOTHING
      """;

  private static final String NO_BANS =
      """
      DELETE FROM history.bans b
      USING unnest(?::bigint[], ?::bigint[]) AS gone (conversation_id, user_id)
      WHERE b.conversation_id = gone.conversation_id AND b.user_id = gone.user_id
      """;

  private static final String READ_MARKS =
      """
      INSERT INTO history.read_marks (conversation_id, user_id, read_seq)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS m (conversation_id, user_id)
      ORDER BY user_id, conversation_id
      ON CONFLICT (user_id, conversation_id) DO UPDATE SET read_seq = excluded.read_seq
      """;

  void write() throws SQLException {
    writeRooms();
    writeMembers();
    writeBans();
    writeReadMarks();
  }

  private void writeRooms() throws SQLException {
    List<ConversationId> written = ledger.rooms().written();
    if (written.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(connection, RELEASE_NAMES, written)) {
      statement.column("bigint", rows::get).execute();
    }
    try (var statement = new SetStatement<>(connection, ROOMS, written)) {
      statement
          .column("bigint", WriteRooms::number)
          .column("bigint", rows::get)
          .column("text", key -> room(key).name().spelling())
          .column("text", key -> room(key).name().folded())
          .column("text", key -> room(key).name().skeleton())
          .column("text", key -> room(key).topic())
          .column("text", key -> room(key).rules().visibility().code())
          .column("text", key -> room(key).rules().whoMayPost().code())
          .column("integer", key -> room(key).editWindowSeconds())
          .column("boolean", key -> room(key).rules().archived())
          .execute();
    }
  }

  private static Long number(ConversationId conversation) {
    return conversation instanceof ConversationId.Room room ? room.id() : null;
  }

  private Room room(ConversationId conversation) {
    return ledger.rooms().get(conversation);
  }

  private void writeMembers() throws SQLException {
    List<Seat> written = ledger.members().written();
    if (!written.isEmpty()) {
      try (var statement = seats(MEMBERS, written)) {
        statement
            .column("text", seat -> member(seat).role().code())
            .column("bigint", seat -> member(seat).since())
            .column("text", seat -> notifyOf(member(seat)))
            .column("text", seat -> member(seat).mutedUntil())
            .execute();
      }
    }
    delete(NO_MEMBERS, ledger.members().removed());
  }

  private Member member(Seat seat) {
    return ledger.members().get(seat);
  }

  private static String notifyOf(Member member) {
    return member.notifyOf() == null ? null : member.notifyOf().code();
  }

  private void writeBans() throws SQLException {
    List<Seat> written = ledger.bans().written();
    if (!written.isEmpty()) {
      try (var statement = seats(BANS, written)) {
        statement
            .column("bigint", seat -> ledger.bans().get(seat).by())
            .column("text", seat -> ledger.bans().get(seat).at())
            .execute();
      }
    }
    delete(NO_BANS, ledger.bans().removed());
  }

  private void writeReadMarks() throws SQLException {
    if (!ledger.readMarks().isEmpty()) {
      try (var statement = seats(READ_MARKS, ledger.readMarks().keySet())) {
        statement.column("bigint", ledger.readMarks()::get).execute();
      }
    }
  }

  private void delete(String sql, List<Seat> seats) throws SQLException {
    if (!seats.isEmpty()) {
      try (var statement = seats(sql, seats)) {
        statement.execute();
      }
    }
  }

  private SetStatement<Seat> seats(String sql, Collection<Seat> seats) throws SQLException {
    return new SetStatement<>(connection, sql, seats)
        .column("bigint", seat -> rows.get(seat.conversation()))
        .column("bigint", Seat::user);
  }
}
