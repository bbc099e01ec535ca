package dev.parley.auth.session;

import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * Removes the rows of sessions, within the caller's transaction, and tells which they were. Locks
 * in the order of ids, so that two of these wait for each other and never deadlock.
 */
@ApplicationScoped
class SessionDeletion {

  @Inject EntityManager database;

  List<Revocations.Ended> byToken(SessionToken.Hash token) {
    return rows(delete("token_hash = :token").setParameter("token", token.value()));
  }

  List<Revocations.Ended> one(UserId user, long session) {
    return rows(
        delete("account_id = :user AND id = :session")
            .setParameter("user", user.value())
            .setParameter("session", session));
  }

  List<Revocations.Ended> others(UserId user, SessionId kept) {
    return rows(
        delete("account_id = :user AND id <> :kept")
            .setParameter("user", user.value())
            .setParameter("kept", kept.value()));
  }

  List<Revocations.Ended> all() {
    return rows(delete("true"));
  }

  private NativeQuery<Object[]> delete(String condition) {
    String statement =
        """
        DELETE FROM {h-schema}sessions
        WHERE id IN (SELECT id FROM {h-schema}sessions WHERE %s ORDER BY id FOR UPDATE)
        RETURNING id, token_hash
        """
            .formatted(condition);
    return database
        .unwrap(org.hibernate.Session.class)
        .createNativeQuery(statement, Object[].class);
  }

  private static List<Revocations.Ended> rows(NativeQuery<Object[]> deletion) {
    return deletion.getResultStream().map(SessionDeletion::ended).toList();
  }

  private static Revocations.Ended ended(Object[] row) {
    return new Revocations.Ended(
        new SessionId((Long) row[0]), new SessionToken.Hash((String) row[1]));
  }
}
