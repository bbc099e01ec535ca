package dev.parley.auth.session;

import dev.parley.auth.account.Account;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** One login of one account on one device. A revoked session has no row any more. */
@Entity
@Table(name = "sessions")
public class Session extends PanacheEntityBase {

  private static final int MAX_LISTED = 1_000;

  /** A time, and since when a session must have been used to be valid then. */
  record Moment(Instant now, Instant usedAfter) {}

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "account_id")
  public Account account;

  @Column(name = "token_hash")
  public String tokenHash;

  @Column(name = "user_agent")
  public String userAgent;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "last_seen_at")
  public Instant lastSeenAt;

  @Column(name = "expires_at")
  public Instant expiresAt;

  /** Returns the sessions that these tokens prove, with their accounts. */
  static List<Session> valid(Collection<String> tokenHashes, Moment moment) {
    return list(
        "from Session s join fetch s.account"
            + " where s.tokenHash in ?1 and s.expiresAt > ?2 and s.lastSeenAt > ?3",
        tokenHashes,
        moment.now(),
        moment.usedAfter());
  }

  /** Returns the ids among these that belong to valid sessions. */
  static List<Long> validIds(Collection<Long> ids, Moment moment) {
    return getEntityManager()
        .createQuery(
            "select s.id from Session s"
                + " where s.id in :ids and s.expiresAt > :now and s.lastSeenAt > :usedAfter",
            Long.class)
        .setParameter("ids", ids)
        .setParameter("now", moment.now())
        .setParameter("usedAfter", moment.usedAfter())
        .getResultList();
  }

  /** The newest first, at most 1,000. */
  static List<Session> of(UserId user, Moment moment) {
    return find(
            "account.id = ?1 and expiresAt > ?2 and lastSeenAt > ?3",
            Sort.descending("createdAt", "id"),
            user.value(),
            moment.now(),
            moment.usedAfter())
        .page(0, MAX_LISTED)
        .list();
  }

  /** The newest first. */
  public static List<Session> newest(int limit) {
    return find("from Session s join fetch s.account order by s.createdAt desc, s.id desc")
        .page(0, limit)
        .list();
  }

  public boolean isValidAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  SessionToken.Hash hash() {
    return new SessionToken.Hash(tokenHash);
  }

  VerifiedSession verified() {
    return new VerifiedSession(
        new SessionId(id), new UserId(account.id), account.username, expiresAt);
  }
}
