package dev.parley.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
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
        SELECT id FROM {h-schema}sessions
        WHERE id IN (:ids) AND last_seen_at < :recent AND expires_at > :now
        ORDER BY id FOR UPDATE SKIP LOCKED)
      """;

  @Inject EntityManager database;
  @Inject SessionConfig config;

  /** Asks the database only if there is something to write. */
  void update(List<Session> used, Instant now) {
    Instant recent = recent(now);
    update(
        used.stream()
            .filter(session -> session.lastSeenAt.isBefore(recent))
            .map(session -> session.id)
            .toList(),
        now);
  }

  void update(Collection<Long> used, Instant now) {
    if (!used.isEmpty()) {
      database
          .createNativeQuery(UPDATE)
          .setParameter("now", now)
          .setParameter("recent", recent(now))
          .setParameter("ids", used)
          .executeUpdate();
    }
  }

  private Instant recent(Instant now) {
    return now.minus(config.lastSeenPrecision());
  }
}
