package dev.parley.schema;

import dev.parley.testing.TestingPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A database of an earlier version, in which the index of the newest was begun and not finished.
 * Its role has limits of some milliseconds, and somebody has written and not committed yet.
 */
public class OldDatabase implements QuarkusTestResourceLifecycleManager {

  private static final List<String> LIMITS =
      List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout");

  private TestingPostgres postgres;
  private Connection writer;

  @Override
  public Map<String, String> start() {
    postgres = TestingPostgres.start();
    prepare();
    Map<String, String> settings = new HashMap<>(postgres.settings());
    settings.put("quarkus.redis.hosts", "redis://localhost:1");
    settings.put("parley.migrations.tell-every", "100ms");
    return settings;
  }

  private void prepare() {
    try {
      earlierVersion();
      interruptedIndex();
      limits();
      writer = connect();
      writer.setAutoCommit(false);
      run(writer, "INSERT INTO probe.entries VALUES (0, 'not committed')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void earlierVersion() {
    Flyway.configure()
        .dataSource(
            postgres.server().jdbcUrl(), postgres.server().username(), postgres.server().password())
        .schemas("probe")
        .defaultSchema("probe")
        .target("1")
        .load()
        .migrate();
  }

  /** What PostgreSQL and Flyway keep of one. */
  private void interruptedIndex() throws SQLException {
    try (Connection connection = connect()) {
      run(connection, "INSERT INTO probe.entries VALUES (0, 'twice'), (0, 'twice')");
      try {
        run(connection, "CREATE UNIQUE INDEX CONCURRENTLY entries_by_word ON probe.entries (word)");
      } catch (SQLException notUnique) {
        run(
            connection,
            """
            INSERT INTO probe.flyway_schema_history
            VALUES (9, '3', 'index it', 'SQL', 'V3__index_it.sql', 1, 'parley', now(), 0, false)
            """);
      }
    }
  }

  private void limits() throws SQLException {
    try (Connection connection = connect()) {
      for (String limit : LIMITS) {
        run(connection, "ALTER ROLE CURRENT_USER SET %s = 20".formatted(limit));
      }
    }
  }

  Connection connect() throws SQLException {
    return postgres.connect();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Fails where a migration keeps it waiting. */
  void write() throws SQLException {
    try (Connection connection = connect()) {
      run(connection, "INSERT INTO probe.entries VALUES (1, 'meanwhile')");
    }
  }

  void finishWriting() throws SQLException {
    writer.commit();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(OldDatabase.class));
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
