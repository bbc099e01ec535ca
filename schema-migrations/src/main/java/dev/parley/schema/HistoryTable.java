package dev.parley.schema;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/** Where Flyway notes what it did. */
@Singleton
class HistoryTable {

  private final AgroalDataSource connections;
  private final String name;

  HistoryTable(@DataSource("migrations") AgroalDataSource connections, Flyway flyway) {
    Configuration configuration = flyway.getConfiguration();
    this.connections = connections;
    this.name = configuration.getDefaultSchema() + "." + configuration.getTable();
  }

  /** With the schema: {@code history.flyway_schema_history}. */
  String name() {
    return name;
  }

  /**
   * Flyway notes a migration that failed outside a transaction, and refuses to go on until somebody
   * has looked. Ours may all run again from the start, so the note goes.
   */
  void forgetFailures() {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      if (exists(statement)) {
        statement.executeUpdate("DELETE FROM " + name + " WHERE NOT success");
      }
    } catch (SQLException e) {
      throw new FlywayException("PostgreSQL does not answer", e);
    }
  }

  private boolean exists(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT to_regclass('" + name + "') IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Notes a migration as applied, as Flyway would have. */
  void add(Connection connection, MigrationInfo migration) throws SQLException {
    String insert =
        "INSERT INTO "
            + name
            + " (installed_rank, version, description, type, script, checksum, installed_by,"
            + " execution_time, success)"
            + " SELECT max(installed_rank) + 1, ?, ?, 'SQL', ?, ?, current_user, 0, true FROM "
            + name;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, migration.getVersion().getVersion());
      statement.setString(2, migration.getDescription());
      statement.setString(3, migration.getScript());
      statement.setInt(4, migration.getChecksum());
      statement.executeUpdate();
    }
  }
}
