package dev.parley.auth.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes sessions that have expired, or were not used for too long. They prove nothing any more,
 * so nobody is told. Each batch is a short transaction; several instances share the work.
 */
@ApplicationScoped
class ExpiredSessions {

  private static final Logger LOG = Logger.getLogger(ExpiredSessions.class);

  private static final int BATCH = 1_000;
  private static final int MAX_BATCHES = 100;
  @Inject EntityManager database;
  @Inject Clock clock;
  @Inject Sessions sessions;

  @Scheduled(
      every = "${parley.sessions.clean-up-every:10m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void remove() {
    remove("expires_at", Instant.now(clock));
    sessions.usedAfter().ifPresent(last -> remove("last_seen_at", last));
  }

  private void remove(String column, Instant last) {
    int removed = 0;
    for (int i = 0; i < MAX_BATCHES; i++) {
      int batch = QuarkusTransaction.requiringNew().call(() -> removeBatch(column, last));
      removed += batch;
      if (batch < BATCH) {
        break;
      }
    }
    LOG.debugf("Removed %d sessions by %s", removed, column);
  }

  private int removeBatch(String column, Instant last) {
    String delete =
        """
        DELETE FROM {h-schema}sessions
        WHERE id IN (
          SELECT id FROM {h-schema}sessions WHERE %1$s <= :last
          ORDER BY %1$s LIMIT :batch FOR UPDATE SKIP LOCKED)
        """
            .formatted(column);
    return database
        .createNativeQuery(delete)
        .setParameter("last", last)
        .setParameter("batch", BATCH)
        .executeUpdate();
  }
}
