package dev.parley.schema;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Flyway notes a migration that failed outside a transaction, and refuses to go on until somebody
 * has looked. Ours may all run again from the start, so the note goes.
 */
@Singleton
class InterruptedMigrations {

  private final AgroalDataSource connections;
  private final String table;

  InterruptedMigrations(@DataSource("migrations") AgroalDataSource connections, Flyway flyway) {
    Configuration configuration = flyway.getConfiguration();
    this.connections = connections;
    this.table = configuration.getDefaultSchema() + "." + configuration.getTable();
  }

  void forget() {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      if (exists(statement)) {
        statement.executeUpdate("DELETE FROM " + table + " WHERE NOT success");
      }
    } catch (SQLException e) {
      throw new FlywayException("PostgreSQL does not answer", e);
    }
  }

  private boolean exists(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regclass('" + table + "') IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
