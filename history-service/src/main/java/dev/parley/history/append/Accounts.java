package dev.parley.history.append;

import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Stores accounts that commands name before the auth service has told of them. */
record Accounts(Connection connection) {

  /** In one order, so that two replicas never wait for each other. */
  private static final String ADD =
      """
      INSERT INTO history.accounts (user_id, username)
      SELECT user_id, username FROM unnest(?::bigint[], ?::text[]) AS a (user_id, username)
      ORDER BY user_id
      ON CONFLICT (user_id) DO NOTHING
      """;

  private static final String PRESENT =
      "SELECT user_id FROM history.accounts WHERE user_id = ANY (?::bigint[])";

  void add(Collection<User> users) throws SQLException {
    if (users.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(connection, ADD, users)) {
      statement.column("bigint", User::id).column("text", User::username).execute();
    }
  }

  Set<UserId> presentAmong(Collection<UserId> users) throws SQLException {
    Set<UserId> present = new HashSet<>();
    if (users.isEmpty()) {
      return present;
    }
    try (var statement = new SetStatement<>(connection, PRESENT, users)) {
      statement
          .column("bigint", user -> user)
          .read(row -> present.add(new UserId(row.getLong("user_id"))));
    }
    return present;
  }
}
