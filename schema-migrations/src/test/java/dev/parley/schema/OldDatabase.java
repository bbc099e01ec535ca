package dev.parley.schema;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

  /** From the first statement on. */
  private static final String UNLIMITED = "?options=-c%20statement_timeout=0";

  private Path folder;
  private LocalPostgres postgres;
  private Connection writer;

  @Override
  public Map<String, String> start() {
    folder = temporaryFolder();
    postgres =
        LocalPostgres.launch(
                folder.resolve("postgres"),
                FreePort.find(),
                "for-tests-only",
                false,
                folder.resolve("postgres.log"),
                event -> {})
            .awaitReady();
    prepare();
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.username", postgres.username(),
        "quarkus.datasource.password", postgres.password(),
        "quarkus.redis.hosts", "redis://localhost:1",
        "parley.migrations.tell-every", "100ms");
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-test-migrations");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        .dataSource(postgres.jdbcUrl(), postgres.username(), postgres.password())
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
    Connection connection =
        DriverManager.getConnection(
            postgres.jdbcUrl() + UNLIMITED, postgres.username(), postgres.password());
    run(connection, "SET lock_timeout = '2s'");
    run(connection, "SET idle_in_transaction_session_timeout = 0");
    return connection;
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
      FolderTree.delete(folder);
    }
  }
}
