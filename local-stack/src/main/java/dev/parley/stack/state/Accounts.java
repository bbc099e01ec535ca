package dev.parley.stack.state;

import dev.parley.stack.StackException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads from the database who has an account and who is logged in. */
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

  private static final String COUNTS =
      """
      SELECT format('Accounts: %s, sessions: %s', (SELECT count(*) FROM auth.accounts),
        (SELECT count(*) FROM auth.sessions WHERE expires_at > now()))
      """;

  /** How many accounts there are; 0 before the auth service has made its tables. */
  public long count() {
    return read(connection -> column(connection, "SELECT count(*) FROM auth.accounts")).stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  /**
   * Lines to show: the numbers of accounts and sessions.
   *
   * @param newest whether the newest accounts follow
   */
  public List<String> describe(boolean newest) {
    return read(
        connection -> {
          List<String> lines = column(connection, COUNTS);
          if (newest) {
            append("The newest accounts:", column(connection, USERS), lines);
            append("The newest sessions:", column(connection, SESSIONS), lines);
          }
          return lines;
        });
  }

  private static void append(String title, List<String> found, List<String> lines) {
    if (!found.isEmpty()) {
      lines.add(title);
      found.forEach(line -> lines.add("    " + line));
    }
  }

  private interface Reading {
    List<String> from(Connection connection) throws SQLException;
  }

  private List<String> read(Reading reading) {
    if (!folder.hasDatabase()) {
      return List.of();
    }
    try (DatabaseAccess database = DatabaseAccess.open(folder);
        Connection connection = database.connect()) {
      connection.setReadOnly(true);
      return hasTables(connection) ? reading.from(connection) : List.of();
    } catch (SQLException e) {
      throw new StackException("The accounts cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    return column(connection, "SELECT to_regclass('auth.sessions') IS NOT NULL")
        .equals(List.of("t"));
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
