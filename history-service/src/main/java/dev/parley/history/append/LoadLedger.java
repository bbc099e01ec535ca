package dev.parley.history.append;

import dev.parley.history.ledger.Account;
import dev.parley.history.ledger.IdempotencyKey;
import dev.parley.history.ledger.Ledger;
import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what is needed to decide commands, under their locks: a bounded number of statements,
 * however many commands there are.
 */
record LoadLedger(Connection connection) {

  private static final String NOW = "SELECT statement_timestamp() AS now";

  private static final String DONE =
      """
      SELECT asked.sender_id, asked.client_id, asked.of_post, c.name, first_one.seq,
        first_one.created_at
      FROM unnest(?::bigint[], ?::text[], ?::boolean[]) AS asked (sender_id, client_id, of_post)
      CROSS JOIN LATERAL (
        (SELECT conversation_id, seq, created_at FROM history.messages stored
        WHERE asked.of_post
          AND stored.sender_id = asked.sender_id AND stored.client_id = asked.client_id
        LIMIT 1)
        UNION ALL
        (SELECT conversation_id, seq, created_at FROM history.changes stored
        WHERE NOT asked.of_post
          AND stored.sender_id = asked.sender_id AND stored.client_id = asked.client_id
        LIMIT 1)) AS first_one
      JOIN history.conversations c ON c.id = first_one.conversation_id
      """;

  private static final String ACCOUNTS =
      """
      SELECT user_id, username, state = 'active' AS active FROM history.accounts
      WHERE user_id = ANY (?::bigint[])
      """;

  private static final String RECENT_EDITS =
      """
      SELECT asked.user_id, edits.count
      FROM unnest(?::bigint[]) AS asked (user_id)
      CROSS JOIN LATERAL (
        SELECT count(*) FROM history.changes
        WHERE sender_id = asked.user_id AND type = 'edited'
          AND created_at > statement_timestamp() - interval '1 minute') AS edits
      """;

  private static final String NEW_ROOMS =
      """
      SELECT nextval('history.rooms_id_seq') AS room_id, nextval('history.conversations_id_seq') AS id
      FROM generate_series(1, ?)
      """;

  Ledger load(List<Command> commands, Map<ConversationId, ConversationLocks.Locked> locked)
      throws SQLException {
    Questions questions = new Questions(commands);
    Ledger ledger = new Ledger(now());
    Map<Long, ConversationId> byRow = new HashMap<>();
    locked.forEach(
        (conversation, row) -> {
          ledger.load(conversation, row.id(), row.lastSeq());
          byRow.put(row.id(), conversation);
        });
    loadDone(questions.keys, ledger);
    loadAccounts(questions.users, ledger);
    loadRecentEdits(questions.editors, ledger);
    loadNewRooms(questions.newRooms, ledger);
    Rows rows = new Rows(connection, locked, byRow);
    new LoadRooms(rows, ledger).load(questions);
    new LoadTargets(rows, ledger).load(questions);
    return ledger;
  }

  private Instant now() throws SQLException {
    Instant[] now = {null};
    try (var statement = new SetStatement<>(connection, NOW, List.of())) {
      statement.read(row -> now[0] = time(row, "now"));
    }
    return now[0];
  }

  private void loadDone(Collection<IdempotencyKey> keys, Ledger ledger) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(connection, DONE, keys)) {
      statement
          .column("bigint", IdempotencyKey::sender)
          .column("text", IdempotencyKey::value)
          .column("boolean", IdempotencyKey::ofPost)
          .read(
              row ->
                  ledger.loadDone(
                      new IdempotencyKey(
                          new UserId(row.getLong("sender_id")),
                          row.getString("client_id"),
                          row.getBoolean("of_post")),
                      new Receipt.Duplicate(
                          ConversationId.parse(row.getString("name")),
                          new Sequence(row.getLong("seq")),
                          time(row, "created_at"))));
    }
  }

  private void loadAccounts(Collection<UserId> users, Ledger ledger) throws SQLException {
    try (var statement = new SetStatement<>(connection, ACCOUNTS, users)) {
      statement
          .column("bigint", user -> user)
          .read(
              row ->
                  ledger.load(
                      new Account(
                          new User(new UserId(row.getLong("user_id")), row.getString("username")),
                          row.getBoolean("active"))));
    }
  }

  private void loadRecentEdits(Collection<UserId> editors, Ledger ledger) throws SQLException {
    if (editors.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(connection, RECENT_EDITS, editors)) {
      statement
          .column("bigint", user -> user)
          .read(
              row ->
                  ledger
                      .recentEdits()
                      .load(new UserId(row.getLong("user_id")), row.getInt("count")));
    }
  }

  private void loadNewRooms(int count, Ledger ledger) throws SQLException {
    if (count == 0) {
      return;
    }
    try (var statement = new SetStatement<>(connection, NEW_ROOMS, List.of())) {
      statement
          .parameter(count)
          .read(row -> ledger.loadNewRoom(row.getLong("room_id"), row.getLong("id")));
    }
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
