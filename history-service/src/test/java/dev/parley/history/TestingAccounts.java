package dev.parley.history;

import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import dev.parley.session.SessionVerifier;
import dev.parley.session.UserDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for the auth service: knows the accounts that a test opens. */
@Singleton
public class TestingAccounts implements SessionVerifier, UserDirectory {

  private final AtomicLong lastId = new AtomicLong();
  private final Map<SessionToken.Hash, VerifiedSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, User> users = new ConcurrentHashMap<>();

  /** A new user, logged in. Every user of a test run has an id of their own. */
  public TestingUser open(String name) {
    long id = lastId.incrementAndGet();
    User user = new User(new UserId(id), name + id);
    SessionToken token = new SessionToken("token-of-" + id);
    sessions.put(token.hash(), session(id, user));
    users.put(user.username(), user);
    return new TestingUser(user, token.value());
  }

  private static VerifiedSession session(long id, User user) {
    return new VerifiedSession(
        new SessionId(id), user.id(), user.username(), Instant.parse("2999-01-01T00:00:00Z"));
  }

  @Override
  public Uni<Optional<VerifiedSession>> verify(SessionToken.Hash hash) {
    return Uni.createFrom().item(Optional.ofNullable(sessions.get(hash)));
  }

  @Override
  public Uni<Optional<User>> find(String username) {
    return Uni.createFrom().item(Optional.ofNullable(users.get(username)));
  }

  @Override
  public Uni<Optional<User>> find(UserId id) {
    return Uni.createFrom()
        .item(users.values().stream().filter(user -> user.id().equals(id)).findAny());
  }
}
