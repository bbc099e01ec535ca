package dev.parley.history.append;

import dev.parley.history.append.AppendFailure.CommitInDoubt;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Decides commands and stores what they make in PostgreSQL, all of a call's or nothing. Any number
 * of replicas may do so at once: row locks on the conversations keep {@code seq} dense and in
 * commit order, and the unique indexes on {@code (sender_id, client_id)} decide who was first.
 * Blocks; one thread at a time.
 */
final class PostgresLog {

  private static final Logger LOG = Logger.getLogger(PostgresLog.class);

  private final DataSource dataSource;
  private final Decisions decisions;
  private final KnownRows known = new KnownRows();

  PostgresLog(DataSource dataSource, Decisions decisions) {
    this.dataSource = dataSource;
    this.decisions = decisions;
  }

  /**
   * @return one receipt for each command, in their order; what they say is on disk
   */
  List<Receipt> append(List<Command> commands) throws SQLException {
    DistinctCommands distinct = new DistinctCommands(commands);
    int attempts = 0;
    while (true) {
      try {
        return distinct.spread(commit(distinct.commands()));
      } catch (SQLException failure) {
        attempts++;
        AppendFailure kind = AppendFailure.of(failure, distinct.isIdempotent());
        if (!kind.allowsAnotherAttemptAfter(attempts)) {
          throw failure;
        }
        LOG.debugf(failure, "Attempt %d to append failed (%s)", attempts, kind);
        known.clear();
        LockSupport.parkNanos(kind.pauseBeforeAnotherAttempt().toNanos());
      }
    }
  }

  private List<Receipt> commit(List<Command> commands) throws SQLException {
    Scope scope = new Scope(commands);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        ConversationLocks.Found locked = new ScopeLocks(connection, known).lock(scope);
        List<Receipt> receipts = decisions.decide(commands, scope, locked, connection);
        commit(connection);
        known.add(locked.epoch(), locked.conversations().keySet(), scope.users().keySet());
        return receipts;
      } catch (SQLException | RuntimeException failure) {
        rollBack(connection, failure);
        throw failure;
      }
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw new CommitInDoubt(failure);
    }
  }

  /** Before the connection goes back to its pool, which would commit what is left. */
  private static void rollBack(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  /** After a reset by this replica; one by another is noticed by the append. */
  void forgetRows() {
    known.clear();
  }
}
