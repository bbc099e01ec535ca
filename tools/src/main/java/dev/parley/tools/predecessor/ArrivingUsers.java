package dev.parley.tools.predecessor;

import dev.parley.name.Username;
import dev.parley.tools.password.NoPassword;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The users of the file, in a table of the transaction: there may be more than fit into memory. The
 * table also has the problem of each.
 */
final class ArrivingUsers {

  private static final String TABLE =
      """
      CREATE TEMP TABLE arriving_users (
        ordinal bigint, old_id bigint, old_name text, asked_name text,
        username text, folded_name text, skeleton text,
        password_hash text, created_at timestamptz,
        problem text, reason text, account bigint)
      ON COMMIT DROP
      """;

  private static final String COLUMNS =
      """
      arriving_users (ordinal, old_id, old_name, asked_name, username, folded_name, skeleton,
        password_hash, created_at, problem, reason)
      """;

  private static final String MARK_TAKEN =
      """
      UPDATE arriving_users u SET problem = 'NAME_TAKEN', reason = ''
      WHERE problem IS NULL AND (
        EXISTS (SELECT FROM auth.accounts a WHERE a.folded_name = u.folded_name)
        OR EXISTS (SELECT FROM auth.accounts a WHERE a.skeleton = u.skeleton))
      """;

  private static final String INSERT =
      """
      INSERT INTO auth.accounts (username, folded_name, skeleton, password_hash, created_at)
      SELECT username, folded_name, skeleton, password_hash, created_at
      FROM arriving_users ORDER BY ordinal
      """;

  private static final String REMEMBER =
      "UPDATE arriving_users u SET account = a.id FROM auth.accounts a WHERE a.folded_name ="
          + " u.folded_name";

  private final Statements statements;
  private final Renames renames;
  private final Findings findings;
  private long read;

  ArrivingUsers(Statements statements, Renames renames, Findings findings) {
    this.statements = statements;
    this.renames = renames;
    this.findings = findings;
  }

  void stage(OldDatabase old) throws SQLException {
    statements.run(TABLE);
    try (CopyRows rows = new CopyRows(statements.connection(), COLUMNS)) {
      Instant[] before = {old.now()};
      old.readUsers(user -> before[0] = stage(user, before[0], old.latest(), rows));
      rows.finish();
    }
    renames.unused().forEach(name -> findings.add(Problem.RENAME_OF_NOBODY, OldValue.shown(name)));
  }

  /** Keeps its time for the next user without one. */
  private Instant stage(OldUser user, Instant before, Instant latest, CopyRows rows)
      throws SQLException {
    read++;
    Optional<String> oldName = user.username().text();
    Optional<Long> id = user.id().integer();
    AskedName asked = AskedName.of(renames.newName(id, oldName).or(() -> oldName));
    if (id.isEmpty()) {
      findings.add(Problem.USER_WITHOUT_ID, shown(user));
      return before;
    }
    Instant registered = OldTime.of(user.createdAt(), latest).instant().orElse(before);
    checkTime(user, latest);
    rows.write(
        read,
        id.get(),
        oldName.map(MessageTexts::storable).orElse(null),
        MessageTexts.storable(asked.text()),
        asked.name().map(Username::spelling).orElse(null),
        asked.name().map(Username::folded).orElse(null),
        asked.name().map(Username::skeleton).orElse(null),
        OldHash.usable(user.passwordHash()).orElse(NoPassword.MUST_RESET),
        registered,
        asked.problem().map(Problem::name).orElse(null),
        asked.reason());
    return registered;
  }

  private void checkTime(OldUser user, Instant latest) {
    if (OldTime.of(user.createdAt(), latest).instant().isEmpty()) {
      findings.add(
          Problem.REGISTRATION_TIME_GUESSED, shown(user) + ": " + user.createdAt().shown());
    }
  }

  private static String shown(OldUser user) {
    return "user %s %s".formatted(user.id().shown(), user.username().shown());
  }

  /** Finds the problems that only show among all users, and reports every problem. */
  void examine(NameSuggestions suggestions) throws SQLException {
    markTwice("old_id", Problem.USER_ID_TWICE);
    statements.run(MARK_TAKEN);
    markTwice("folded_name", Problem.NAME_TWICE);
    markTwice("skeleton", Problem.NAME_TWICE);
    statements.run("CREATE INDEX ON arriving_users (old_id)");
    statements.run("CREATE INDEX ON arriving_users (folded_name)");
    statements.run("CREATE INDEX ON arriving_users (skeleton)");
    statements.run("ANALYZE arriving_users");
    new UserReport(statements, FreeNames.prepare(statements), findings).write(suggestions);
    statements.run("DELETE FROM arriving_users WHERE problem = ?", Problem.USER_ID_TWICE.name());
  }

  /** All users except the first with the same value. */
  private void markTwice(String column, Problem problem) throws SQLException {
    statements.run(
        """
        UPDATE arriving_users u SET problem = '%2$s', reason = 'like user ' || first_id
        FROM (
          SELECT ordinal, first_value(old_id) OVER same AS first_id,
            first_value(ordinal) OVER same AS first_ordinal
          FROM arriving_users WHERE problem IS NULL AND %1$s IS NOT NULL
          WINDOW same AS (PARTITION BY %1$s ORDER BY ordinal)) repeated
        WHERE repeated.ordinal = u.ordinal AND first_ordinal < u.ordinal
        """
            .formatted(column, problem));
  }

  void leaveOutBroken() throws SQLException {
    statements.run("DELETE FROM arriving_users WHERE problem IS NOT NULL");
  }

  /** Inserts the accounts. */
  long insert() throws SQLException {
    long accounts = statements.run(INSERT);
    statements.run(REMEMBER);
    return accounts;
  }
}
