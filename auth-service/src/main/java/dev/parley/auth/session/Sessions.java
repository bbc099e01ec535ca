package dev.parley.auth.session;

import dev.parley.auth.account.Account;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Opens, finds and ends sessions. PostgreSQL is the truth; whatever ends here has ended. */
@ApplicationScoped
public class Sessions {

  private static final Logger LOG = Logger.getLogger(Sessions.class);

  /** Less would not be kept: what was verified is cached, and its use noted, for a minute each. */
  private static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);

  private final SecureRandom random = new SecureRandom();

  @Inject SessionConfig config;
  @Inject LastSeen lastSeen;
  @Inject SessionDeletion deletion;
  @Inject Revocations revocations;
  @Inject Clock clock;

  void checkConfiguration(@Observes StartupEvent start) {
    if (config.expireDays() < 1) {
      throw new ConfigurationException("SESSION_EXPIRE_DAYS must be at least 1");
    }
    if (config.idleAfter().filter(life -> life.compareTo(SHORTEST_IDLE) < 0).isPresent()) {
      throw new ConfigurationException("parley.sessions.idle-after must be at least 5 minutes");
    }
  }

  /**
   * Empty where the password has been changed since it was checked: such a login would survive the
   * end of all others. The lock makes one of the two wait for the other.
   */
  Optional<Login.LoggedIn> open(Account proven, String userAgent) {
    SessionToken token = SessionToken.generate(random);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Account account = Account.findById(proven.id, LockModeType.PESSIMISTIC_READ);
              return account == null || !account.passwordHash.equals(proven.passwordHash)
                  ? Optional.empty()
                  : Optional.of(new Login.LoggedIn(token, begin(account, token, userAgent)));
            });
  }

  private Session begin(Account account, SessionToken token, String userAgent) {
    Session session = new Session();
    session.account = account;
    session.tokenHash = token.hash().value();
    session.userAgent = UserAgent.shown(userAgent);
    session.createdAt = now();
    session.lastSeenAt = session.createdAt;
    session.expiresAt = session.createdAt.plus(Duration.ofDays(config.expireDays()));
    session.persistAndFlush();
    return session;
  }

  /** Returns the valid sessions among these, and notes that they are in use. */
  Map<SessionToken.Hash, VerifiedSession> verify(Collection<SessionToken.Hash> hashes) {
    List<String> values = hashes.stream().map(SessionToken.Hash::value).toList();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<Session> valid = Session.valid(values, moment());
              lastSeen.update(valid, now());
              return valid.stream().collect(Collectors.toMap(Session::hash, Session::verified));
            });
  }

  /**
   * Asked by gateways for what they hold. That is no use of the sessions, but for those of which
   * they say so: these are valid even if nobody could tell of their use before.
   */
  Set<SessionId> stillValid(Collection<SessionId> sessions, Collection<SessionId> used) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              lastSeen.update(values(used), now());
              return Session.validIds(values(sessions), moment()).stream();
            })
        .map(SessionId::new)
        .collect(Collectors.toSet());
  }

  private static List<Long> values(Collection<SessionId> ids) {
    return ids.stream().map(SessionId::value).toList();
  }

  List<Session> of(UserId user) {
    return QuarkusTransaction.requiringNew().call(() -> Session.of(user, moment()));
  }

  /** True if this token had a session. */
  boolean end(SessionToken.Hash token) {
    return end(() -> deletion.byToken(token)) > 0;
  }

  /** True if this user had this session. */
  boolean end(UserId user, long session) {
    return end(() -> deletion.one(user, session)) > 0;
  }

  /** How many there were. */
  int endOthers(UserId user, SessionId kept) {
    return end(() -> deletion.others(user, kept));
  }

  /** Of everybody. */
  public void endAll() {
    LOG.infof("Ended all %d sessions", end(deletion::all));
  }

  /** Notifies the others of a deletion, after its commit. */
  private int end(Callable<List<Revocations.Ended>> delete) {
    List<Revocations.Ended> ended = QuarkusTransaction.requiringNew().call(delete);
    revocations.announce(ended);
    return ended.size();
  }

  /** A session is valid if it has not expired and was used since then. */
  private Session.Moment moment() {
    return new Session.Moment(now(), usedAfter().orElse(Instant.EPOCH));
  }

  /** Empty if sessions may stay idle for their whole life. */
  Optional<Instant> usedAfter() {
    return config.idleAfter().map(life -> now().minus(life));
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
