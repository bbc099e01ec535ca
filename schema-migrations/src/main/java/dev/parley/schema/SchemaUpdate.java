package dev.parley.schema;

import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** One try to bring the schema up to date. */
@Singleton
class SchemaUpdate {

  private static final Logger LOG = Logger.getLogger(SchemaUpdate.class);

  private final Flyway flyway;
  private final HistoryTable history;
  private final BlockingMigrations blocking;

  SchemaUpdate(Flyway flyway, HistoryTable history, BlockingMigrations blocking) {
    this.flyway = flyway;
    this.history = history;
    this.blocking = blocking;
  }

  /** False where it may succeed later; fails where it never will. */
  boolean attempt() throws InterruptedException {
    try {
      history.forgetFailures();
      blocking.replace();
      flyway.migrate();
      return true;
    } catch (FlywayException failure) {
      if (!FailedMigration.mayPass(failure)) {
        throw failure;
      }
      LOG.warnf("The schema is not up to date yet; trying again: %s", failure);
      return false;
    }
  }
}
