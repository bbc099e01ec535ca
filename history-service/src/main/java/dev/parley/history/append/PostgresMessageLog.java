package dev.parley.history.append;

import dev.parley.history.append.AppendFailure.CommitInDoubt;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.AppendMessages.Receipt;
import dev.parley.protocol.internal.NewMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Stores messages in PostgreSQL, all of a call's or none. Any number of replicas may do so at once:
 * row locks on the conversations keep {@code seq} dense and in commit order, and the unique index
 * on {@code (sender_id, client_id)} decides who was first. Blocks; one thread at a time.
 */
final class PostgresMessageLog {

  private static final Logger LOG = Logger.getLogger(PostgresMessageLog.class);

  private final DataSource dataSource;
  private final KnownConversations known = new KnownConversations();

  PostgresMessageLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @return one receipt for each message, in their order; all of them are on disk
   */
  List<Receipt> append(List<NewMessage> messages) throws SQLException {
    DistinctMessages distinct = new DistinctMessages(messages);
    int attempts = 0;
    while (true) {
      try {
        return distinct.spread(commit(distinct.messages()));
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

  private List<Receipt> commit(List<NewMessage> messages) throws SQLException {
    Set<ConversationId> conversations =
        messages.stream()
            .map(NewMessage::conversation)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      List<Receipt> receipts = inTransaction(connection, messages, conversations);
      known.add(conversations);
      return receipts;
    }
  }

  private List<Receipt> inTransaction(
      Connection connection, List<NewMessage> messages, Set<ConversationId> conversations)
      throws SQLException {
    try {
      ConversationLocks locks = new ConversationLocks(connection);
      locks.create(known.unknownAmong(conversations));
      Map<ConversationId, Long> ids = locks.lock(conversations);
      List<Receipt> receipts = new InsertMessages(connection).insert(messages, ids);
      commit(connection);
      return receipts;
    } catch (SQLException | RuntimeException failure) {
      rollBack(connection, failure);
      throw failure;
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
  void forgetConversations() {
    known.clear();
  }
}
