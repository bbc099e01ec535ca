package dev.parley.schema;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Replaces migrations that would block everybody for long. A file that was applied somewhere never
 * changes, even where it turned out to be such a one. Beside it there is another of the same name
 * in {@code db/concurrently}, which comes to the same. Where earlier versions left data, that one
 * runs and is noted as the original; on an empty schema the original is as quick.
 */
@Singleton
class BlockingMigrations {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AgroalDataSource connections;
  private final Flyway flyway;
  private final CurrentMigration current;
  private final HistoryTable history;

  BlockingMigrations(
      @DataSource("migrations") AgroalDataSource connections,
      Flyway flyway,
      CurrentMigration current,
      HistoryTable history) {
    this.connections = connections;
    this.flyway = flyway;
    this.current = current;
    this.history = history;
  }

  /** One process does it; the others wait for it. */
  void replace() throws InterruptedException {
    if (next().isEmpty()) {
      return;
    }
    try (Connection connection = connections.getConnection()) {
      lock(connection);
      try {
        replaceEach(connection);
      } finally {
        unlock(connection);
      }
    } catch (SQLException e) {
      throw new FlywayException("A migration failed", e);
    }
  }

  private record Replaced(MigrationInfo migration, ConcurrentScript script) {}

  /** Empty on an empty schema, and where the next migration blocks nobody. */
  private Optional<Replaced> next() {
    MigrationInfoService all = flyway.info();
    return all.current() == null || all.pending().length == 0
        ? Optional.empty()
        : ConcurrentScript.named(all.pending()[0].getScript())
            .map(script -> new Replaced(all.pending()[0], script));
  }

  private void replaceEach(Connection connection) throws SQLException {
    for (Optional<Replaced> one = next(); one.isPresent(); one = next()) {
      run(connection, one.get());
    }
  }

  private void run(Connection connection, Replaced one) throws SQLException {
    current.begin(one.migration());
    boolean done = false;
    try {
      one.script().run(connection);
      history.add(connection, one.migration());
      done = true;
    } finally {
      current.end(done);
    }
  }

  private void lock(Connection connection) throws SQLException, InterruptedException {
    while (!ask(connection, "SELECT pg_try_advisory_lock(hashtext(?))")) {
      Thread.sleep(PAUSE);
    }
  }

  private void unlock(Connection connection) throws SQLException {
    ask(connection, "SELECT pg_advisory_unlock(hashtext(?))");
  }

  private boolean ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, history.name());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
