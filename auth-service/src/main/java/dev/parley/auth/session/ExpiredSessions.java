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
 * Removes sessions that have expired. They prove nothing any more, so nobody is told. Each batch is
 * a short transaction; several instances share the work.
 */
@ApplicationScoped
class ExpiredSessions {

  private static final Logger LOG = Logger.getLogger(ExpiredSessions.class);

  private static final int BATCH = 1_000;
  private static final int MAX_BATCHES = 100;
  private static final String DELETE =
      """
      DELETE FROM {h-schema}sessions
      WHERE id IN (
        SELECT id FROM {h-schema}sessions WHERE expires_at <= :now
        ORDER BY expires_at LIMIT :batch FOR UPDATE SKIP LOCKED)
      """;

  @Inject EntityManager database;
  @Inject Clock clock;

  @Scheduled(
      every = "${parley.sessions.clean-up-every:10m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void remove() {
    int removed = 0;
    for (int i = 0; i < MAX_BATCHES; i++) {
      int batch = QuarkusTransaction.requiringNew().call(this::removeBatch);
      removed += batch;
      if (batch < BATCH) {
        break;
      }
    }
    LOG.debugf("Removed %d expired sessions", removed);
  }

  private int removeBatch() {
    return database
        .createNativeQuery(DELETE)
        .setParameter("now", Instant.now(clock))
        .setParameter("batch", BATCH)
        .executeUpdate();
  }
}
