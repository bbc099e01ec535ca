package dev.parley.gateway.services;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import dev.parley.protocol.internal.CheckSessions;
import dev.parley.protocol.internal.LookUpUsers;
import dev.parley.protocol.internal.VerifySessions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers as the auth service does, for users that a test makes up. */
@Path("/internal")
@Singleton
public class TestingAuth {

  private static final int LONGEST_HOLD_SECONDS = 20;

  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Map<String, VerifiedSession> sessions = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final Set<SessionId> used = ConcurrentHashMap.newKeySet();
  private volatile boolean away;
  private volatile CountDownLatch lookUps = new CountDownLatch(0);

  /** Whether checks of sessions get no good answer. */
  public void setAway(boolean isAway) {
    this.away = isAway;
  }

  /** Whoever asks who somebody is gets no answer until {@link #releaseLookUps}. */
  public void holdLookUps() {
    lookUps = new CountDownLatch(1);
  }

  public void releaseLookUps() {
    lookUps.countDown();
  }

  /** A user who is logged in. */
  public Login login(String name, Duration lifetime) {
    User user =
        users.computeIfAbsent(name, any -> new User(new UserId(ids.incrementAndGet()), name));
    SessionToken token = new SessionToken("token-" + ids.incrementAndGet());
    VerifiedSession session =
        new VerifiedSession(
            new SessionId(ids.incrementAndGet()), user.id(), name, Instant.now().plus(lifetime));
    sessions.put(token.hash().value(), session);
    return new Login(user, token.value(), session);
  }

  /** Who it is, and the token that proves it. */
  public record Login(User user, String token, VerifiedSession session) {}

  @POST
  @Path("/sessions/verify")
  public VerifySessions.Answer verify(VerifySessions.Request request) {
    return new VerifySessions.Answer(
        request.tokenHashes().stream()
            .map(SessionToken.Hash::value)
            .filter(sessions::containsKey)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), sessions::get)));
  }

  /** Ends a session without telling anybody, as a service does that dies at the wrong moment. */
  public void end(Login login) {
    sessions.values().remove(login.session());
  }

  /** Whether a gateway has said that somebody did something with it. */
  public boolean wasUsed(Login login) {
    return used.contains(login.session().sessionId());
  }

  @POST
  @Path("/sessions/check")
  public CheckSessions.Answer check(CheckSessions.Request request) {
    if (away) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    used.addAll(request.used());
    Set<SessionId> valid =
        sessions.values().stream().map(VerifiedSession::sessionId).collect(Collectors.toSet());
    valid.retainAll(request.sessionIds());
    return new CheckSessions.Answer(valid);
  }

  @POST
  @Path("/users/lookup")
  public LookUpUsers.Answer lookUp(LookUpUsers.Request request) throws InterruptedException {
    if (!lookUps.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    return new LookUpUsers.Answer(
        request.usernames().stream()
            .filter(users::containsKey)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), users::get)),
        users.values().stream()
            .filter(user -> request.ids().contains(user.id()))
            .collect(Collectors.toMap(user -> user.id().toString(), Function.identity())));
  }
}
