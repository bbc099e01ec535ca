package dev.parley.bench.server;

import dev.parley.bench.client.VoidedException;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Writes rooms and their members directly into the tables of the history service. Each room has one
 * message: a log without an event is none that a client would be told of.
 */
final class RoomTables {

  private static final String CONVERSATIONS =
      """
      INSERT INTO history.conversations (name, last_seq)
      SELECT 'room-' || number, 1 FROM generate_series(?, ?) AS number
      """;

  private static final String ROOMS =
      """
      INSERT INTO history.rooms (id, conversation_id, name, folded, skeleton, visibility)
      OVERRIDING SYSTEM VALUE
      SELECT number, c.id, c.name, c.name, c.name, 'public'
      FROM generate_series(?, ?) AS number
      JOIN history.conversations c ON c.name = 'room-' || number
      """;

  private static final String ACCOUNTS =
      """
      INSERT INTO history.accounts (user_id, username)
      SELECT id, username FROM auth.accounts ON CONFLICT DO NOTHING
      """;

  private static final String MEMBERS =
      """
      INSERT INTO history.members (user_id, conversation_id)
      SELECT a.id, c.id
      FROM unnest(?::bigint[], ?::text[]) AS member (room, username)
      JOIN history.conversations c ON c.name = 'room-' || member.room
      JOIN auth.accounts a ON a.username = member.username
      """;

  private static final String MESSAGES =
      """
      INSERT INTO history.messages (conversation_id, seq, sender_id, content, created_at)
      SELECT r.conversation_id, 1, min(m.user_id), 'Welcome', now()
      FROM history.rooms r JOIN history.members m USING (conversation_id)
      WHERE r.id BETWEEN ? AND ?
      GROUP BY r.conversation_id
      """;

  private RoomTables() {}

  static void insert(LocalPostgres postgres, RoomPlan plan) {
    try (Connection connection =
        DatabaseAccess.connect(LocalPostgres.database(postgres.port(), postgres.password()))) {
      insertRange(connection, CONVERSATIONS, plan);
      insertRange(connection, ROOMS, plan);
      try (PreparedStatement accounts = connection.prepareStatement(ACCOUNTS)) {
        accounts.executeUpdate();
      }
      insertMembers(connection, plan);
      insertRange(connection, MESSAGES, plan);
    } catch (SQLException e) {
      throw new VoidedException("the rooms could not be created: " + e.getMessage(), e);
    }
  }

  private static void insertRange(Connection connection, String sql, RoomPlan plan)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, plan.idOf(0));
      insert.setLong(2, plan.idOf(plan.rooms() - 1));
      insert.executeUpdate();
    }
  }

  private static void insertMembers(Connection connection, RoomPlan plan) throws SQLException {
    int all = plan.rooms() * plan.members();
    Long[] rooms = new Long[all];
    String[] usernames = new String[all];
    for (int row = 0; row < all; row++) {
      int room = row / plan.members();
      rooms[row] = plan.idOf(room);
      usernames[row] = plan.nameOf(plan.member(room, row % plan.members()));
    }
    try (PreparedStatement insert = connection.prepareStatement(MEMBERS)) {
      insert.setArray(1, connection.createArrayOf("bigint", rooms));
      insert.setArray(2, connection.createArrayOf("text", usernames));
      insert.executeUpdate();
    }
  }
}
