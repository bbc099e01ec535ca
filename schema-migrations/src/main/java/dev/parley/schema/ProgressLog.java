package dev.parley.schema;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells an operator that a long migration goes on, and how far it is. */
@Singleton
class ProgressLog {

  private static final Logger LOG = Logger.getLogger(ProgressLog.class);

  private final CurrentMigration current;
  private final IndexProgress index;
  private volatile Optional<String> latest = Optional.empty();

  ProgressLog(CurrentMigration current, IndexProgress index) {
    this.current = current;
    this.index = index;
  }

  void tell() {
    latest = progress();
    LOG.info(latest.orElse("This process waits for PostgreSQL, or for another one that migrates"));
  }

  /** What was told last; empty where no migration was seen. */
  Optional<String> latest() {
    return latest;
  }

  private Optional<String> progress() {
    Optional<String> index = indexProgress();
    return current
        .get()
        .map(own -> describe(own) + index.map(built -> "; " + built).orElse(""))
        .or(() -> index.map(built -> "Another process migrates; " + built));
  }

  private static String describe(CurrentMigration.Running migration) {
    return "Migration "
        + migration.name()
        + " has been running for "
        + migration.time().toSeconds()
        + " s";
  }

  private Optional<String> indexProgress() {
    try {
      return index.read();
    } catch (SQLException away) {
      return Optional.empty();
    }
  }
}
