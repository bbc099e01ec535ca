package dev.parley.auth.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.auth.AuthTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** On a schema of its own, which was made before there was an outbox. */
@AuthTest
class OutboxMigrationTest {

  private static final String SCHEMA = "auth_of_before";

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String username;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void allAccountsOfBeforeAndAllNewOnesAreQueued() throws SQLException {
    migrate("1");
    run(
        """
        INSERT INTO auth_of_before.accounts
          (username, folded_name, skeleton, password_hash, created_at)
        SELECT name, name, name, 'none', now()
        FROM (SELECT 'old-' || number FROM generate_series(1, 3000) number) made (name)
        """);
    migrate("2");
    open("between");
    migrate("latest");
    open("new");
    assertEquals(
        List.of("3002|3003", "between|2", "new|1"),
        rows(
            """
            SELECT username, count(*) FROM auth_of_before.accounts_outbox
            JOIN auth_of_before.accounts a ON a.id = account_id
            WHERE username NOT LIKE 'old-%' GROUP BY username
            UNION ALL
            SELECT count(DISTINCT account_id)::text, count(*) FROM auth_of_before.accounts_outbox
            """));
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(url, username, password)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .createSchemas(true)
        .locations("filesystem:src/main/resources/db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private void open(String name) throws SQLException {
    run(
        """
        INSERT INTO auth_of_before.accounts
          (username, folded_name, skeleton, password_hash, created_at)
        VALUES ('%1$s', '%1$s', '%1$s', 'none', now())
        """
            .formatted(name));
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, username, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, username, password);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1) + "|" + result.getString(2));
      }
    }
    return rows.stream().sorted().toList();
  }
}
