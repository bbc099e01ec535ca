package dev.parley.history.append;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.testing.RealServers;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A plan that PostgreSQL made while there was one conversation is kept when there are thousands.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OldPlanTest {

  private static final long CONVERSATIONS = 5_000;
  private static final int BATCH = 100;

  /** Of the driver: from then on PostgreSQL keeps the plan. */
  private static final int EXECUTIONS_UNTIL_PREPARED = 6;

  @Inject
  @DataSource("appends")
  javax.sql.DataSource appends;

  @Test
  void noAppendReadsAllConversations() throws SQLException {
    try (Connection old = appends.getConnection();
        Connection other = appends.getConnection()) {
      run(other, "DELETE FROM history.conversations WHERE name <> 'global'");
      run(other, "VACUUM ANALYZE history.conversations");
      for (int i = 0; i < EXECUTIONS_UNTIL_PREPARED; i++) {
        append(old, List.of(message(null)));
      }
      run(
          other,
          String.format(
              Locale.ROOT,
              """
          INSERT INTO history.conversations (name)
          SELECT 'dm-1-' || id FROM generate_series(1000000, 1000000 + %d) AS id
          """,
              CONVERSATIONS));

      List<Command> batch =
          LongStream.range(0, BATCH).mapToObj(i -> message(user(1_000_001 + 40 * i))).toList();
      long rows = append(old, batch);

      assertTrue(rows < 10 * BATCH, rows + " rows of conversations were read");
    } finally {
      try (Connection other = appends.getConnection()) {
        run(other, "DELETE FROM history.conversations WHERE name LIKE 'dm-1-1______'");
        run(other, "ANALYZE history.conversations");
      }
    }
  }

  /** How many rows of conversations it reads. */
  private static long append(Connection connection, List<Command> messages) throws SQLException {
    connection.setAutoCommit(false);
    try {
      long before = rowsRead(connection);
      var locked =
          new ConversationLocks(connection)
              .lock(messages.stream().map(Command::conversation).collect(Collectors.toSet()))
              .conversations();
      List<PlainPost> posts = new PostRights(locked).decide(messages, connection);
      List<Receipt> receipts = new InsertMessages(connection).insert(posts);
      assertTrue(receipts.stream().allMatch(Receipt.Stored.class::isInstance), receipts::toString);
      return rowsRead(connection) - before;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static long rowsRead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables
                WHERE schemaname = 'history' AND relname = 'conversations'
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Command message(User recipient) {
    return new Command(
        recipient == null
            ? ConversationId.GLOBAL
            : ConversationId.between(new UserId(1), recipient.id()),
        user(1),
        recipient,
        new ClientId(UUID.randomUUID().toString()),
        null,
        new Act.Post(new MessageContent("hi")));
  }

  private static User user(long id) {
    return new User(new UserId(id), "user" + id);
  }
}
