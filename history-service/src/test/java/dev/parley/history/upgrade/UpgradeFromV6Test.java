package dev.parley.history.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testing.TestingPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people had before conversations were logs of events is there afterwards. */
class UpgradeFromV6Test {

  private static final String BEFORE =
      """
      INSERT INTO history.conversations (name, last_seq) VALUES ('dm-1-2', 2), ('dm-3-3', 1);
      UPDATE history.conversations SET last_seq = 1 WHERE name = 'global';
      INSERT INTO history.participants (user_id, conversation_id, read_seq)
      SELECT u, id, r FROM history.conversations JOIN (VALUES
        ('dm-1-2', 1, 2), ('dm-1-2', 2, 0), ('dm-3-3', 3, 1), ('global', 2, 1)) AS p (n, u, r)
        ON n = name;
      INSERT INTO history.messages (conversation_id, seq, sender_id, sender_name, recipient_id,
        recipient_name, client_id, content, created_at)
      SELECT c.id, s, u, n, r, rn, k, t, timestamptz '2026-01-01' FROM history.conversations c JOIN (VALUES
        ('global', 1, 1, 'ada', NULL::bigint, NULL, 'k', 'hello all'),
        ('dm-1-2', 1, 1, 'ada', 2, 'bob', NULL, 'hello bob'),
        ('dm-1-2', 2, 1, 'ada', 2, 'bob', NULL, 'are you there?'),
        ('dm-3-3', 1, 3, 'cyd', 3, 'cyd', NULL, 'a note')) AS m (c, s, u, n, r, rn, k, t)
        ON m.c = c.name;
      """;

  private TestingPostgres postgres;

  @BeforeEach
  void anInstallationOfBefore() throws SQLException {
    postgres = TestingPostgres.start();
    migrate("6");
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(BEFORE);
    }
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void membersMarksAccountsAndTextsAreTheSame() throws SQLException {
    migrate("latest");
    assertEquals(
        List.of("dm-1-2 1 member", "dm-1-2 2 member", "dm-3-3 3 member"),
        rows(
            "SELECT name || ' ' || user_id || ' ' || role FROM history.members JOIN history.conversations ON id = conversation_id ORDER BY 1"));
    assertEquals(
        List.of("dm-1-2 1 2", "dm-1-2 2 0", "dm-3-3 3 1", "global 2 1"),
        rows(
            "SELECT name || ' ' || user_id || ' ' || read_seq FROM history.read_marks JOIN history.conversations ON id = conversation_id ORDER BY 1"));
    assertEquals(
        List.of("1 ada active 0", "2 bob active 0", "3 cyd active 0"),
        rows(
            "SELECT user_id || ' ' || username || ' ' || state || ' ' || version FROM history.accounts ORDER BY 1"));
    assertEquals(
        List.of(
            "dm-1-2 1 hello bob",
            "dm-1-2 2 are you there?",
            "dm-3-3 1 a note",
            "global 1 hello all"),
        rows(
            "SELECT name || ' ' || seq || ' ' || content FROM history.messages JOIN history.conversations c ON c.id = conversation_id WHERE deleted_at IS NULL AND content_seq IS NULL ORDER BY 1"));
    assertEquals(List.of("1"), rows("SELECT count(*)::text FROM history.epoch"));
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(
            postgres.server().jdbcUrl(), postgres.server().username(), postgres.server().password())
        .schemas("history")
        .defaultSchema("history")
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .target(target)
        .load()
        .migrate();
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
