package dev.parley.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/**
 * Notes when a session was last used; seldom enough that a busy session costs one write a minute.
 */
@ApplicationScoped
class LastSeen {

  /** Skips a row that somebody else writes or deletes: nothing waits, and nothing deadlocks. */
  private static final String UPDATE =
      """
      UPDATE {h-schema}sessions SET last_seen_at = :now
      WHERE id IN (
        SELECT id FROM {h-schema}sessions WHERE id IN (:ids) ORDER BY id FOR UPDATE SKIP LOCKED)
      """;

  @Inject EntityManager database;
  @Inject SessionConfig config;

  void update(List<Session> used, Instant now) {
    Instant recent = now.minus(config.lastSeenPrecision());
    List<Long> stale =
        used.stream()
            .filter(session -> session.lastSeenAt.isBefore(recent))
            .map(session -> session.id)
            .toList();
    if (!stale.isEmpty()) {
      database
          .createNativeQuery(UPDATE)
          .setParameter("now", now)
          .setParameter("ids", stale)
          .executeUpdate();
    }
  }
}
