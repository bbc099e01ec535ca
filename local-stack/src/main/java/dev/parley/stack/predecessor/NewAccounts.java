package dev.parley.stack.predecessor;

import dev.parley.name.Username;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.stack.StackException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes accounts, within the caller's transaction. Password hashes stay as they are. */
record NewAccounts(Connection connection) {

  private static final String EXISTS =
      "SELECT 1 FROM auth.accounts WHERE folded_name = ? OR skeleton = ?";

  private static final String INSERT =
      """
      INSERT INTO auth.accounts (username, folded_name, skeleton, password_hash, created_at)
      VALUES (?, ?, ?, ?, ?) RETURNING id
      """;

  boolean exists(Username name) {
    try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
      statement.setString(1, name.folded());
      statement.setString(2, name.skeleton());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new StackException("The accounts cannot be read: " + e.getMessage(), e);
    }
  }

  /** The new users by their old ids. */
  Map<Long, User> insert(List<AccountPlan.Planned> accounts) throws SQLException {
    Map<Long, User> users = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (AccountPlan.Planned account : accounts) {
        users.put(account.user().id(), insert(statement, account));
      }
    }
    return users;
  }

  private static User insert(PreparedStatement statement, AccountPlan.Planned account)
      throws SQLException {
    Username name = account.name();
    statement.setString(1, name.spelling());
    statement.setString(2, name.folded());
    statement.setString(3, name.skeleton());
    statement.setString(4, account.user().passwordHash());
    statement.setObject(5, account.user().createdAt().atOffset(ZoneOffset.UTC));
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return new User(new UserId(row.getLong(1)), name.spelling());
    }
  }
}
