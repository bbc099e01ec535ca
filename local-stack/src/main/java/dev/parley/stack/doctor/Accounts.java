package dev.parley.stack.doctor;

import dev.parley.stack.StackException;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who has an account and who is signed in, read from the database. */
public record Accounts(DataFolder folder) {

  private static final String USERS =
      """
      SELECT format('%s  (id %s, since %s)', username, id, to_char(created_at, 'YYYY-MM-DD HH24:MI'))
      FROM auth.accounts ORDER BY created_at DESC, id DESC LIMIT 10
      """;

  private static final String SESSIONS =
      """
      SELECT format('%s  (session %s, since %s, until %s)', username, s.id,
        to_char(s.created_at, 'YYYY-MM-DD HH24:MI'), to_char(expires_at, 'YYYY-MM-DD HH24:MI'))
      FROM auth.sessions s JOIN auth.accounts a ON a.id = account_id
      WHERE expires_at > now() ORDER BY s.created_at DESC, s.id DESC LIMIT 20
      """;

  /** Lines to be shown; the newest accounts and sessions come first. */
  public List<String> describe() {
    if (!folder.hasDatabase()) {
      return List.of();
    }
    try (DatabaseAccess database = DatabaseAccess.open(folder);
        Connection connection = database.connect()) {
      connection.setReadOnly(true);
      return describe(connection);
    } catch (SQLException e) {
      throw new StackException("Users and sessions cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> describe(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    if (column(
            connection,
            "SELECT to_regclass('auth.accounts') WHERE to_regclass('auth.accounts') IS NOT NULL")
        .isEmpty()) {
      return lines;
    }
    lines.add("Users: " + column(connection, "SELECT count(*) FROM auth.accounts").getFirst());
    indent(column(connection, USERS), lines);
    lines.add(
        "Sessions: "
            + column(connection, "SELECT count(*) FROM auth.sessions WHERE expires_at > now()")
                .getFirst());
    indent(column(connection, SESSIONS), lines);
    return lines;
  }

  private static void indent(List<String> found, List<String> lines) {
    found.forEach(line -> lines.add("    " + line));
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
