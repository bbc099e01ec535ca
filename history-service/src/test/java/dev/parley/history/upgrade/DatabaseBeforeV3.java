package dev.parley.history.upgrade;

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
 * An installation of before V3 with many messages, whose role has limits of some milliseconds. An
 * old replica is just writing.
 */
public class DatabaseBeforeV3 implements QuarkusTestResourceLifecycleManager {

  private static final String MESSAGES =
      """
      INSERT INTO history.messages (conversation_id, seq, sender_id, sender_name, content, created_at)
      SELECT 1, n, 1, 'ada', 'message ' || n, timestamptz '2026-01-01' + n * interval '1 second'
      FROM generate_series(1, 100000) AS n
      """;

  private static final String ONE_MORE =
      """
      INSERT INTO history.messages (conversation_id, seq, sender_id, sender_name, content, created_at)
      SELECT 1, max(seq) + 1, 1, 'ada', 'hi', statement_timestamp()
      FROM history.messages WHERE conversation_id = 1
      """;

  private TestingPostgres postgres;
  private Connection oldReplica;

  @Override
  public Map<String, String> start() {
    postgres = TestingPostgres.start();
    prepare();
    Map<String, String> settings = new HashMap<>(postgres.settings());
    settings.put("quarkus.redis.hosts", "redis://localhost:1");
    settings.put("parley.migrations.start-waits", "100ms");
    return settings;
  }

  private void prepare() {
    Flyway.configure()
        .dataSource(
            postgres.server().jdbcUrl(), postgres.server().username(), postgres.server().password())
        .schemas("history")
        .defaultSchema("history")
        .target("2")
        .load()
        .migrate();
    try (Connection connection = connect()) {
      run(connection, MESSAGES);
      for (String limit : List.of("statement_timeout", "lock_timeout")) {
        run(connection, "ALTER ROLE CURRENT_USER SET " + limit + " = 20");
      }
      oldReplica = connect();
      oldReplica.setAutoCommit(false);
      run(oldReplica, ONE_MORE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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

  /** Fails where the migration keeps it waiting. */
  void write() throws SQLException {
    run(oldReplica, ONE_MORE);
  }

  void commit() throws SQLException {
    oldReplica.commit();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(DatabaseBeforeV3.class));
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
