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

  ProgressLog(CurrentMigration current, IndexProgress index) {
    this.current = current;
    this.index = index;
  }

  void tell() {
    String what =
        current
            .get()
            .map(
                it ->
                    "Migration "
                        + it.name()
                        + " has been running for "
                        + it.time().toSeconds()
                        + " s")
            .orElse("This process waits for PostgreSQL, or for another one that migrates");
    LOG.info(indexProgress().map(progress -> what + "; " + progress).orElse(what));
  }

  private Optional<String> indexProgress() {
    try {
      return index.read();
    } catch (SQLException away) {
      return Optional.empty();
    }
  }
}
