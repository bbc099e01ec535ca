package dev.parley.schema;

import java.sql.SQLException;
import java.util.Set;

/** Why the schema could not be brought up to date. */
final class FailedMigration {

  /**
   * Another try may succeed. PostgreSQL's appendix A: no connection, no such user or database yet,
   * rolled back because of others, out of memory or disk space, lock not available, ended by an
   * operator or a shutdown.
   */
  private static final Set<String> PASSING = Set.of("08", "28", "3D", "40", "53", "57");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private FailedMigration() {}

  /** False where the migration itself, or the state of the schema, is at fault. */
  static boolean mayPass(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return mayPass(sql.getSQLState());
      }
    }
    return false;
  }

  /** No state: the pool could not connect in time. */
  private static boolean mayPass(String state) {
    return state == null
        || state.equals(LOCK_NOT_AVAILABLE)
        || PASSING.stream().anyMatch(state::startsWith);
  }
}
