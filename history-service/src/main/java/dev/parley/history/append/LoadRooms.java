package dev.parley.history.append;

import dev.parley.history.ledger.Ban;
import dev.parley.history.ledger.Ledger;
import dev.parley.history.ledger.Member;
import dev.parley.history.ledger.Room;
import dev.parley.history.ledger.RoomRules;
import dev.parley.history.ledger.Seat;
import dev.parley.history.sql.SetStatement;
import dev.parley.name.RoomName;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads settings of rooms, and who is a member or banned. */
record LoadRooms(Rows rows, Ledger ledger) {

  private static final String ROOMS =
      """
      SELECT conversation_id, name, folded, skeleton, topic, visibility, who_may_post,
        edit_window_seconds, archived
      FROM history.rooms WHERE conversation_id = ANY (?::bigint[])
      """;

  private static final String MEMBERS =
      """
      SELECT conversation_id, user_id, m.role, m.since_seq, m.notify, m.muted_until
      FROM unnest(?::bigint[], ?::bigint[]) AS asked (conversation_id, user_id)
      JOIN history.members m USING (conversation_id, user_id)
      """;

  private static final String BANS =
      """
      SELECT conversation_id, user_id, b.banned_by, b.banned_at
      FROM unnest(?::bigint[], ?::bigint[]) AS asked (conversation_id, user_id)
      JOIN history.bans b USING (conversation_id, user_id)
      """;

  private static final String MEMBER_COUNTS =
      """
      SELECT conversation_id, count(*) AS members,
        (SELECT count(*) FROM history.members o JOIN history.accounts a USING (user_id)
         WHERE o.conversation_id = m.conversation_id AND o.role = 'owner' AND a.state = 'active')
          AS owners
      FROM history.members m WHERE conversation_id = ANY (?::bigint[]) GROUP BY conversation_id
      """;

  private static final String ROOM_COUNTS =
      """
      SELECT m.user_id, count(*) AS rooms
      FROM history.members m JOIN history.rooms r ON r.conversation_id = m.conversation_id
      WHERE m.user_id = ANY (?::bigint[]) GROUP BY m.user_id
      """;

  private static final String TAKEN_NAMES =
      """
      SELECT id, name, folded, skeleton, NULL::bigint AS user_id FROM history.rooms
      WHERE folded = ANY (?) AND visibility = 'public' AND NOT archived
      UNION ALL
      SELECT id, name, folded, skeleton, NULL::bigint FROM history.rooms
      WHERE skeleton = ANY (?) AND visibility = 'public' AND NOT archived
      UNION ALL
      SELECT r.id, r.name, r.folded, r.skeleton, m.user_id
      FROM history.members m JOIN history.rooms r USING (conversation_id)
      WHERE m.user_id = ANY (?) AND (r.folded = ANY (?) OR r.skeleton = ANY (?))
        AND r.visibility = 'private' AND NOT r.archived
      """;

  void load(Questions questions) throws SQLException {
    loadRooms();
    List<Seat> seats = rows.existing(questions.seats, Seat::conversation);
    seats(MEMBERS, seats, row -> ledger.members().load(rows.seat(row), member(row)));
    List<Seat> inRooms = seats.stream().filter(LoadRooms::isInRoom).toList();
    seats(BANS, inRooms, row -> ledger.bans().load(rows.seat(row), ban(row)));
    ofRooms(MEMBER_COUNTS, questions.countedRooms, this::loadCounts);
    loadRoomCounts(questions.arriving);
    loadTakenNames(questions);
  }

  private void loadRooms() throws SQLException {
    Collection<ConversationId> all =
        rows.locked().keySet().stream().filter(ConversationId.Room.class::isInstance).toList();
    ofRooms(ROOMS, all, row -> ledger.rooms().load(rows.conversation(row), room(row)));
  }

  private void ofRooms(
      String sql, Collection<ConversationId> conversations, SetStatement.Reader reader)
      throws SQLException {
    List<ConversationId> existing = rows.existing(conversations, Function.identity());
    if (existing.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(rows.connection(), sql, existing)) {
      statement.column("bigint", rows::of).read(reader);
    }
  }

  private static Room room(ResultSet row) throws SQLException {
    return new Room(
        name(row),
        row.getString("topic"),
        new RoomRules(
            Visibility.parse(row.getString("visibility")),
            Posters.parse(row.getString("who_may_post")),
            row.getBoolean("archived")),
        row.getObject("edit_window_seconds", Integer.class));
  }

  private static RoomName name(ResultSet row) throws SQLException {
    return new RoomName(row.getString("name"), row.getString("folded"), row.getString("skeleton"));
  }

  private void seats(String sql, List<Seat> seats, SetStatement.Reader reader) throws SQLException {
    if (seats.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(rows.connection(), sql, seats)) {
      statement
          .column("bigint", seat -> rows.of(seat.conversation()))
          .column("bigint", Seat::user)
          .read(reader);
    }
  }

  private static boolean isInRoom(Seat seat) {
    return seat.conversation() instanceof ConversationId.Room;
  }

  private static Member member(ResultSet row) throws SQLException {
    String notify = row.getString("notify");
    return new Member(
        Role.parse(row.getString("role")),
        new Sequence(row.getLong("since_seq")),
        notify == null ? null : Notify.parse(notify),
        LoadLedger.time(row, "muted_until"));
  }

  private static Ban ban(ResultSet row) throws SQLException {
    return new Ban(new UserId(row.getLong("banned_by")), LoadLedger.time(row, "banned_at"));
  }

  private void loadCounts(ResultSet row) throws SQLException {
    ledger.membersOf().load(rows.conversation(row), row.getInt("members"));
    ledger.owners().load(rows.conversation(row), row.getInt("owners"));
  }

  private void loadRoomCounts(Collection<UserId> users) throws SQLException {
    if (users.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(rows.connection(), ROOM_COUNTS, users)) {
      statement
          .column("bigint", user -> user)
          .read(
              row ->
                  ledger.roomsOf().load(new UserId(row.getLong("user_id")), row.getInt("rooms")));
    }
  }

  private void loadTakenNames(Questions questions) throws SQLException {
    Set<RoomName> names = new LinkedHashSet<>(questions.names);
    for (ConversationId reopened : questions.reopenedRooms) {
      Room room = ledger.rooms().get(reopened);
      if (room != null) {
        names.add(room.name());
      }
    }
    if (names.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(rows.connection(), TAKEN_NAMES, names)) {
      Array naming = rows.connection().createArrayOf("bigint", questions.naming.toArray());
      statement
          .column("text", RoomName::folded)
          .column("text", RoomName::skeleton)
          .parameter(naming)
          .column("text", RoomName::folded)
          .column("text", RoomName::skeleton)
          .read(this::loadTakenName);
    }
  }

  private void loadTakenName(ResultSet row) throws SQLException {
    ConversationId room = new ConversationId.Room(row.getLong("id"));
    long insider = row.getLong("user_id");
    if (row.wasNull()) {
      ledger.takenNames().loadPublic(room, name(row));
    } else {
      ledger.takenNames().loadPrivate(new Seat(room, new UserId(insider)), name(row));
    }
  }
}
