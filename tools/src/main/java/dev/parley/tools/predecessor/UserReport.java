package dev.parley.tools.predecessor;

import dev.parley.tools.password.NoPassword;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Reports the problems of users, and offers a free name to each who needs one. */
record UserReport(Statements statements, FreeNames freeNames, Findings findings) {

  private static final String BROKEN =
      """
      SELECT old_id, old_name, asked_name, problem, reason,
        (SELECT count(*) FROM arriving_users o WHERE o.old_name = u.old_name) AS namesakes
      FROM arriving_users u WHERE problem IS NOT NULL ORDER BY ordinal
      """;

  private static final String WITHOUT_PASSWORD =
      "SELECT old_id, old_name FROM arriving_users WHERE password_hash = ? ORDER BY ordinal";

  void write(NameSuggestions suggestions) throws SQLException {
    statements.run("CREATE INDEX ON arriving_users (old_name)");
    statements.read(BROKEN, row -> tell(row, suggestions));
    statements.read(
        WITHOUT_PASSWORD,
        row -> findings.add(Problem.PASSWORD_UNUSABLE, user(row)),
        NoPassword.MUST_RESET);
  }

  private void tell(ResultSet row, NameSuggestions suggestions) throws SQLException {
    Problem problem = Problem.valueOf(row.getString("problem"));
    String example = user(row) + renamed(row) + because(row);
    boolean needsName = problem != Problem.USER_ID_TWICE;
    if (needsName && (suggestions.areWanted() || findings.wantsExample(problem))) {
      String free = freeName(row);
      example += "; free: " + free;
      if (suggestions.areWanted()) {
        suggestions.add(key(row), free);
      }
    }
    findings.add(problem, example);
  }

  private static String user(ResultSet row) throws SQLException {
    return String.format(
        Locale.ROOT,
        "user %d %s",
        row.getLong("old_id"),
        new OldValue(row.getString("old_name")).shown());
  }

  private static String renamed(ResultSet row) throws SQLException {
    String asked = row.getString("asked_name");
    String old = row.getString("old_name");
    return asked.isEmpty() || asked.equals(old)
        ? ""
        : " (renamed to %s)".formatted(new OldValue(asked).shown());
  }

  private static String because(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private String freeName(ResultSet row) throws SQLException {
    return freeNames
        .like(row.getString("asked_name"), "user-" + row.getString("old_id").replace("-", ""))
        .spelling();
  }

  /** The key by which a rename finds only this user. */
  private static String key(ResultSet row) throws SQLException {
    String old = row.getString("old_name");
    boolean isEnough =
        old != null
            && !old.isBlank()
            && !old.startsWith("#")
            && old.equals(OldValue.shown(old))
            && old.indexOf(MessageTexts.REPLACEMENT) < 0
            && row.getLong("namesakes") == 1;
    return isEnough ? old : "#" + row.getLong("old_id");
  }
}
