package dev.parley.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sessions that Redis remembers, for at most {@value #LIFE_SECONDS} seconds each. Only the auth
 * service writes.
 *
 * <p>A revoked session is not deleted but marked, and an entry is only written where there is none.
 * So a verification that read the session just before it was revoked, and writes just after, finds
 * the mark and leaves it: it cannot bring the session back. The mark outlives every such
 * verification, and a token never becomes valid again, so the mark is always true. What remains: a
 * Redis that the auth service cannot reach when a session is revoked, and others can, may keep an
 * entry until its life ends.
 *
 * <p>Every method fails where Redis does not answer within {@code parley.auth.cache-timeout}. After
 * a read that took longer the cache is taken for empty for {@code parley.auth.cache-avoided}, so
 * that a Redis that hangs delays few and not all.
 */
@ApplicationScoped
@RegisterForReflection(targets = {VerifiedSession.class, SessionId.class, UserId.class})
public class SessionCache {

  private static final long LIFE_SECONDS = 60;
  private static final Duration LIFE = Duration.ofSeconds(LIFE_SECONDS);
  private static final Duration MARK_LIFE = LIFE.multipliedBy(2);
  private static final String REVOKED = "revoked";
  private static final int MAX_KEYS = 500;

  private final Redis redis;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration timeout;
  private final Breaker reads;
  private final BatchedLookUp<SessionToken.Hash, CachedSession> entries;

  @Inject
  SessionCache(Redis redis, ObjectMapper json, Clock clock, AuthServiceConfig config, Vertx vertx) {
    this.redis = redis;
    this.json = json;
    this.clock = clock;
    this.timeout = config.cacheTimeout();
    this.reads = new Breaker(timeout, config.cacheAvoided(), System::nanoTime);
    // Not a read each: the connection pool refuses more than about thirty at once.
    this.entries =
        new BatchedLookUp<>(
            "sessions in Redis", vertx, MAX_KEYS, config.maxWaitingLookUps(), this::readAll);
  }

  Uni<CachedSession> read(SessionToken.Hash hash) {
    return reads.isOpen()
        ? Uni.createFrom().item(new CachedSession.Absent())
        : entries.find(hash).map(found -> found.orElseGet(CachedSession.Absent::new));
  }

  private Uni<Map<SessionToken.Hash, CachedSession>> readAll(List<SessionToken.Hash> hashes) {
    Request request = Request.cmd(Command.MGET);
    hashes.forEach(hash -> request.arg(RedisNames.session(hash)));
    return reads.call(() -> redis.send(request)).map(values -> decode(hashes, values));
  }

  private Map<SessionToken.Hash, CachedSession> decode(
      List<SessionToken.Hash> hashes, Response values) {
    Map<SessionToken.Hash, CachedSession> decoded = new HashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      Response value = values.get(i);
      if (value != null) {
        decoded.put(hashes.get(i), decode(value.toString()));
      }
    }
    return decoded;
  }

  private CachedSession decode(String value) {
    return value.equals(REVOKED)
        ? new CachedSession.Revoked()
        : new CachedSession.Known(parse(value));
  }

  /** Remembers sessions that were just found valid, except those marked as revoked meanwhile. */
  public Uni<Void> remember(Map<SessionToken.Hash, VerifiedSession> sessions) {
    return send(
        sessions.entrySet().stream().flatMap(entry -> remember(entry.getKey(), entry.getValue())));
  }

  private Stream<Request> remember(SessionToken.Hash hash, VerifiedSession session) {
    Duration rest = Duration.between(Instant.now(clock), session.expiresAt());
    long life = Math.min(LIFE.toMillis(), rest.toMillis());
    return life <= 0
        ? Stream.empty()
        : Stream.of(set(hash, format(session)).arg("PX").arg(life).arg("NX"));
  }

  /** To be called after the revocation is committed, and before anybody is told of it. */
  public Uni<Void> markRevoked(Collection<SessionToken.Hash> hashes) {
    return mark(hashes)
        .onFailure(SessionCache::isForWantOfMemory)
        .recoverWithUni(() -> delete(hashes).chain(() -> mark(hashes)));
  }

  private Uni<Void> mark(Collection<SessionToken.Hash> hashes) {
    return send(
        hashes.stream().map(hash -> set(hash, REVOKED).arg("PX").arg(MARK_LIFE.toMillis())));
  }

  /** A full Redis refuses marks, and still deletes. Nor can anybody write an entry meanwhile. */
  private Uni<Void> delete(Collection<SessionToken.Hash> hashes) {
    Request request = Request.cmd(Command.DEL);
    hashes.forEach(hash -> request.arg(RedisNames.session(hash)));
    return limited(redis.send(request)).replaceWithVoid();
  }

  /** The client puts the place in the batch before Redis's own words. */
  private static boolean isForWantOfMemory(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().contains("OOM command not allowed");
  }

  private static Request set(SessionToken.Hash hash, String value) {
    return Request.cmd(Command.SET).arg(RedisNames.session(hash)).arg(value);
  }

  private Uni<Void> send(Stream<Request> requests) {
    List<Request> batch = requests.toList();
    return batch.isEmpty()
        ? Uni.createFrom().voidItem()
        : limited(redis.batch(batch)).replaceWithVoid();
  }

  private <T> Uni<T> limited(Uni<T> command) {
    return command.ifNoItem().after(timeout).fail();
  }

  private VerifiedSession parse(String value) {
    try {
      return json.readValue(value, VerifiedSession.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A session in Redis cannot be read", e);
    }
  }

  private String format(VerifiedSession session) {
    try {
      return json.writeValueAsString(session);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A session is always JSON", e);
    }
  }
}
