package dev.parley.history.append;

import java.io.Serial;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** What a failed transaction means for the commands in it. */
enum AppendFailure {
  /** Another replica interfered at the same moment; the next attempt sees its result. */
  CONFLICT(10, Duration.ZERO),
  /** The connection is gone, or a lock was not available: try once more, on a new connection. */
  TEMPORARY(2, Duration.ofMillis(100)),
  /** PostgreSQL refuses something in the commands, and would refuse it again. */
  OF_THE_DATA(1, Duration.ZERO),
  /** Anything else, and a lost commit of commands that must not be done twice. */
  FINAL(1, Duration.ZERO);

  /** unique_violation, serialization_failure, deadlock_detected. */
  private static final Set<String> CONFLICTS = Set.of("23505", "40001", "40P01");

  /**
   * lock_not_available, idle_in_transaction_session_timeout, admin_shutdown, crash_shutdown,
   * cannot_connect_now, too_many_connections.
   */
  private static final Set<String> TEMPORARY_STATES =
      Set.of("55P03", "25P03", "57P01", "57P02", "57P03", "53300");

  private final int maxAttempts;
  private final Duration pause;

  AppendFailure(int maxAttempts, Duration pause) {
    this.maxAttempts = maxAttempts;
    this.pause = pause;
  }

  /**
   * @param idempotent whether doing the same commands again does no harm
   */
  static AppendFailure of(SQLException failure, boolean idempotent) {
    if (failure instanceof RowsVanished) {
      return CONFLICT;
    }
    if (failure instanceof CommitInDoubt) {
      return idempotent ? TEMPORARY : FINAL;
    }
    return ofState(failure.getSQLState() == null ? "" : failure.getSQLState());
  }

  private static AppendFailure ofState(String state) {
    if (CONFLICTS.contains(state)) {
      return CONFLICT;
    }
    if (TEMPORARY_STATES.contains(state) || state.startsWith("08")) {
      return TEMPORARY;
    }
    return state.startsWith("22") || state.startsWith("23") ? OF_THE_DATA : FINAL;
  }

  boolean allowsAnotherAttemptAfter(int attempts) {
    return attempts < maxAttempts;
  }

  Duration pauseBeforeAnotherAttempt() {
    return pause;
  }

  /** What was known of the database no longer holds, because the data was reset. */
  static final class RowsVanished extends SQLException {
    @Serial private static final long serialVersionUID = 1L;

    RowsVanished() {
      super("The database has another epoch");
    }
  }

  /** The connection broke while PostgreSQL committed, so nobody knows whether it did. */
  static final class CommitInDoubt extends SQLException {
    @Serial private static final long serialVersionUID = 1L;

    CommitInDoubt(SQLException cause) {
      super("The response to the commit was lost", cause.getSQLState(), cause);
    }
  }
}
