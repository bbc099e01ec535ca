package dev.parley.history.feed;

import dev.parley.protocol.ConversationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A transaction that has stored the first message of a conversation and takes its time to end. */
final class OpenTransaction implements AutoCloseable {

  private final Connection connection;
  private final ConversationId conversation;

  private OpenTransaction(Connection connection, ConversationId conversation) {
    this.connection = connection;
    this.conversation = conversation;
  }

  /** The message says that it was stored an hour ago: no clock helps to find it. */
  static OpenTransaction storing(String conversation, DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    OpenTransaction transaction =
        new OpenTransaction(connection, ConversationId.parse(conversation));
    transaction.execute(
        """
        WITH c AS (
          INSERT INTO history.conversations (name, last_seq) VALUES ('%s', 1) RETURNING id)
        INSERT INTO history.messages
          (conversation_id, seq, sender_id, sender_name, content, created_at)
        SELECT id, 1, 1, 'ada', 'late', statement_timestamp() - interval '1 hour' FROM c
        """
            .formatted(conversation));
    return transaction;
  }

  ConversationId conversation() {
    return conversation;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollBack() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
