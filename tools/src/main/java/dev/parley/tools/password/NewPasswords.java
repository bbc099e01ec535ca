package dev.parley.tools.password;

import dev.parley.name.Usernames;
import dev.parley.stack.StackException;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Gives accounts new passwords, even while Parley runs. Their users are logged out. */
public record NewPasswords(DataFolder folder) {

  private static final String MISSING =
      "SELECT username FROM auth.accounts WHERE password_hash = ? ORDER BY id";

  private static final String REPLACE =
      """
      WITH account AS (
        UPDATE auth.accounts SET password_hash = ?
        WHERE folded_name = ? AND password_hash <> ? RETURNING id, username),
      ended AS (DELETE FROM auth.sessions USING account WHERE account_id = account.id)
      SELECT username FROM account
      """;

  /**
   * Gives all of them a new password, or none if one does not exist.
   *
   * @param told takes each name and its new password
   */
  public void give(List<String> names, BiConsumer<String, String> told) {
    inTransaction(connection -> give(names, connection, told));
  }

  /** Gives a password to everybody who has none because the import could not use theirs. */
  public void giveToThoseWithout(BiConsumer<String, String> told) {
    inTransaction(connection -> give(missing(connection), connection, told));
  }

  private interface Work {
    List<Runnable> in(Connection connection) throws SQLException;
  }

  /** Reports the passwords only after the commit. */
  private void inTransaction(Work work) {
    try (DatabaseAccess database = DatabaseAccess.open(folder);
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      List<Runnable> toTell = work.in(connection);
      connection.commit();
      toTell.forEach(Runnable::run);
    } catch (SQLException e) {
      throw new StackException("No password was changed: " + e.getMessage(), e);
    }
  }

  private static List<String> missing(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(MISSING)) {
      query.setString(1, NoPassword.MUST_RESET);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  private static List<Runnable> give(
      List<String> names, Connection connection, BiConsumer<String, String> told)
      throws SQLException {
    List<Runnable> toTell = new ArrayList<>();
    for (String name : names) {
      RandomPassword password = RandomPassword.create();
      String account = replace(name, password, connection);
      toTell.add(() -> told.accept(account, password.text()));
    }
    return toTell;
  }

  private static String replace(String name, RandomPassword password, Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      statement.setString(1, password.hash());
      statement.setString(2, Usernames.folded(name).orElse(""));
      statement.setString(3, NoPassword.NOBODYS);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new StackException(
              "There is no account \"%s\". No password was changed.".formatted(name));
        }
        return row.getString(1);
      }
    }
  }
}
