package dev.parley.history.accounts;

import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.LoadAccounts.Account;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What the auth service said of accounts, each in its newest version. */
@Singleton
class StoredAccounts {

  /** In one order, so that two replicas never wait for each other. */
  private static final String STORE =
      """
      INSERT INTO history.accounts (user_id, username, state, version)
      SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[])
        AS a (user_id, username, state, version)
      ORDER BY user_id
      ON CONFLICT (user_id) DO UPDATE
      SET username = excluded.username, state = excluded.state, version = excluded.version
      WHERE accounts.version < excluded.version
      RETURNING user_id
      """;

  private final DataSource dataSource;

  StoredAccounts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Returns how many of them were newer than what was known. */
  int store(List<Account> accounts) throws SQLException {
    int[] stored = {0};
    try (Connection connection = dataSource.getConnection();
        var statement = new SetStatement<>(connection, STORE, newest(accounts))) {
      statement
          .column("bigint", account -> account.user().id())
          .column("text", account -> account.user().username())
          .column("text", account -> account.state().code())
          .column("bigint", Account::version)
          .read(row -> stored[0]++);
    }
    return stored[0];
  }

  /** One statement cannot change a row twice. */
  private static Collection<Account> newest(List<Account> accounts) {
    Map<UserId, Account> newest = new HashMap<>();
    for (Account account : accounts) {
      newest.merge(
          account.user().id(),
          account,
          (one, other) -> one.version() >= other.version() ? one : other);
    }
    return newest.values();
  }
}
