package dev.parley.chaos.run;

import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.evidence.StoredLog;
import dev.parley.chaos.evidence.StoredMessage;
import dev.parley.stack.StackException;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the history service's tables, past the service. */
final class StoredMessages {

  private static final String ALL =
      """
      SELECT c.name, m.seq, m.sender_id, a.username AS sender_name, m.client_id, m.content,
        m.created_at
      FROM history.messages m JOIN history.conversations c ON c.id = m.conversation_id
      JOIN history.accounts a ON a.user_id = m.sender_id
      ORDER BY c.name, m.seq
      """;

  private StoredMessages() {}

  static StoredLog read(LocalPostgres postgres, RunClock clock) {
    try (Connection connection =
            DatabaseAccess.connect(LocalPostgres.database(postgres.port(), postgres.password()));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      List<StoredMessage> messages = new ArrayList<>();
      while (rows.next()) {
        messages.add(message(rows, clock));
      }
      return new StoredLog(messages);
    } catch (SQLException e) {
      throw new StackException("The database cannot be read after the run: " + e.getMessage(), e);
    }
  }

  private static StoredMessage message(ResultSet row, RunClock clock) throws SQLException {
    String clientId = row.getString("client_id");
    return new StoredMessage(
        row.getString("name").intern(),
        row.getLong("seq"),
        row.getLong("sender_id"),
        row.getString("sender_name").intern(),
        clientId == null ? "" : clientId,
        row.getString("content"),
        clock.at(row.getTimestamp("created_at").toInstant()));
  }
}
