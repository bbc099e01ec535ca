package dev.parley.tools.predecessor;

import dev.parley.name.Username;
import dev.parley.tools.password.NoPassword;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the staged messages into conversations. Each statement handles all of them, so their number
 * does not matter for this process's memory.
 */
record NewHistory(Statements statements, Findings findings) {

  private static final String PLACEHOLDER_NAME = "deleted-user";

  /**
   * Each message with the accounts of its sender and recipient. Users who are gone share the
   * placeholder.
   */
  private static final List<String> VIEWS =
      List.of(
          "CREATE TEMP TABLE placeholder (account bigint, username text) ON COMMIT DROP",
          """
          CREATE TEMP VIEW arriving AS
          SELECT m.ordinal, m.part, m.label, m.everybody, m.content, m.created_at,
            s.old_id IS NULL AS sender_gone,
            NOT m.everybody AND r.old_id IS NULL AS recipient_gone,
            coalesce(s.account, p.account) AS sender,
            coalesce(s.username, p.username) AS sender_name,
            CASE WHEN NOT m.everybody THEN coalesce(r.account, p.account) END AS recipient,
            CASE WHEN NOT m.everybody THEN coalesce(r.username, p.username) END AS recipient_name
          FROM arriving_messages m
          LEFT JOIN arriving_users s ON s.old_id = m.sender
          LEFT JOIN arriving_users r ON r.old_id = m.recipient AND NOT m.everybody
          LEFT JOIN placeholder p ON true
          """,
          """
          CREATE TEMP VIEW addressed AS
          SELECT *, CASE WHEN everybody THEN 'global'
            ELSE 'dm-' || least(sender, recipient) || '-' || greatest(sender, recipient)
            END AS conversation
          FROM arriving
          """);

  private static final Map<Problem, String> GONE =
      Map.of(
          Problem.BOTH_GONE, "sender_gone AND recipient_gone",
          Problem.SENDER_GONE, "sender_gone AND NOT recipient_gone",
          Problem.RECIPIENT_GONE, "recipient_gone AND NOT sender_gone");

  private static final String DELETE_UNREADABLE =
      "DELETE FROM arriving_messages m USING arriving a WHERE a.ordinal = m.ordinal AND"
          + " a.sender_gone AND a.recipient_gone";

  private static final String SOMEBODY_IS_GONE =
      "EXISTS (SELECT FROM arriving WHERE sender_gone OR recipient_gone)";

  private static final String INSERT_PLACEHOLDER =
      """
      WITH account AS (
        INSERT INTO auth.accounts (username, folded_name, skeleton, password_hash, created_at)
        VALUES (?, ?, ?, ?, ?) RETURNING id, username)
      INSERT INTO placeholder SELECT id, username FROM account
      """;

  private static final String CONVERSATIONS =
      """
      INSERT INTO history.conversations (name, last_seq, last_at)
      SELECT conversation, count(*), max(created_at) FROM addressed
      GROUP BY conversation ORDER BY min(ordinal)
      ON CONFLICT (name) DO UPDATE SET last_seq = EXCLUDED.last_seq, last_at = EXCLUDED.last_at
      """;

  /**
   * Sequences are dense from 1, as in every conversation. People see when a message was posted; it
   * is stored now.
   */
  private static final String MESSAGES =
      """
      INSERT INTO history.messages (conversation_id, seq, sender_id, content, created_at, posted_at)
      SELECT c.id, row_number() OVER (PARTITION BY c.id ORDER BY ordinal), sender, content,
        statement_timestamp(), created_at
      FROM addressed JOIN history.conversations c ON c.name = conversation
      ORDER BY ordinal
      """;

  private static final String MEMBERS =
      """
      INSERT INTO history.members (user_id, conversation_id)
      SELECT split_part(name, '-', 2)::bigint, id FROM history.conversations
        WHERE name LIKE 'dm-%' AND last_seq > 0
      UNION
      SELECT split_part(name, '-', 3)::bigint, id FROM history.conversations
        WHERE name LIKE 'dm-%' AND last_seq > 0
      ON CONFLICT DO NOTHING
      """;

  /** Everything was read in the old chat. */
  private static final String READ_MARKS =
      """
      INSERT INTO history.read_marks (user_id, conversation_id, read_seq)
      SELECT user_id, id, last_seq
      FROM history.members JOIN history.conversations ON id = conversation_id
        WHERE name LIKE 'dm-%' AND last_seq > 0
      UNION
      SELECT account, id, last_seq FROM history.conversations CROSS JOIN arriving_users
        WHERE name = 'global' AND last_seq > 0
      ON CONFLICT (user_id, conversation_id) DO UPDATE SET read_seq = EXCLUDED.read_seq
      """;

  private static final String ACCOUNTS =
      """
      INSERT INTO history.accounts (user_id, username)
      SELECT account, username FROM arriving_users WHERE account IS NOT NULL
      UNION
      SELECT account, username FROM placeholder
      ON CONFLICT DO NOTHING
      """;

  /** Reports messages whose sender or recipient is gone. */
  void examine() throws SQLException {
    for (String view : VIEWS) {
      statements.run(view);
    }
    for (Map.Entry<Problem, String> kind : GONE.entrySet()) {
      List<String> examples = new ArrayList<>();
      long[] count = {0};
      statements.read(
          String.format(
              Locale.ROOT,
              "SELECT label, count(*) OVER () FROM arriving WHERE part = 0 AND %s ORDER BY ordinal LIMIT %d",
              kind.getValue(),
              Findings.MOST_EXAMPLES),
          row -> {
            examples.add(row.getString(1));
            count[0] = row.getLong(2);
          });
      findings.add(kind.getKey(), count[0], examples);
    }
    statements.run(DELETE_UNREADABLE);
  }

  /**
   * Call it after {@link ArrivingUsers} has inserted the accounts.
   *
   * @return the number of messages written
   */
  long write(Instant now) throws SQLException {
    if (statements.holds(SOMEBODY_IS_GONE)) {
      insertPlaceholder(now);
    }
    statements.run(CONVERSATIONS);
    statements.run("ANALYZE history.conversations");
    long messages = statements.run(MESSAGES);
    statements.run(MEMBERS);
    statements.run(READ_MARKS);
    statements.run(ACCOUNTS);
    return messages;
  }

  private void insertPlaceholder(Instant now) throws SQLException {
    Username name = new FreeNames(statements).like(PLACEHOLDER_NAME, PLACEHOLDER_NAME + "-x");
    statements.run(
        INSERT_PLACEHOLDER,
        name.spelling(),
        name.folded(),
        name.skeleton(),
        NoPassword.NOBODYS,
        now.atOffset(ZoneOffset.UTC));
  }
}
