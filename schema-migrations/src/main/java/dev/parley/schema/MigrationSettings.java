package dev.parley.schema;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Gives Flyway the connections without limits, and lets it build indexes concurrently. */
@Singleton
class MigrationSettings implements FlywayConfigurationCustomizer {

  private static final int FOR_EVER = -1;

  private final AgroalDataSource connections;
  private final CurrentMigration current;

  MigrationSettings(
      @DataSource("migrations") AgroalDataSource connections, CurrentMigration current) {
    this.connections = connections;
    this.current = current;
  }

  /**
   * A lock that is a transaction would stay open during each migration, and {@code CREATE INDEX
   * CONCURRENTLY} waits for all transactions to end.
   */
  @Override
  public void customize(FluentConfiguration flyway) {
    flyway
        .dataSource(connections)
        .lockRetryCount(FOR_EVER)
        .callbacks(new LockPatience(), current)
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
  }
}
