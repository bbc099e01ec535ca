package dev.parley.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The sessions that Redis remembers, for at most {@value #LIFE_SECONDS} seconds each. Only the auth
 * service writes.
 *
 * <p>A revoked session is not deleted but marked, and an entry is only written where there is none.
 * So a verification that read the session just before it was revoked, and writes just after, finds
 * the mark and leaves it: it cannot bring the session back. The mark outlives every such
 * verification, and a token never becomes valid again, so the mark is always true.
 */
@ApplicationScoped
public class SessionCache {

  private static final long LIFE_SECONDS = 60;
  private static final Duration LIFE = Duration.ofSeconds(LIFE_SECONDS);
  private static final Duration MARK_LIFE = LIFE.multipliedBy(2);
  private static final String REVOKED = "revoked";

  private final ReactiveValueCommands<String, String> redis;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration timeout;

  @Inject
  SessionCache(
      ReactiveRedisDataSource redis, ObjectMapper json, Clock clock, AuthServiceConfig config) {
    this.redis = redis.value(String.class);
    this.json = json;
    this.clock = clock;
    this.timeout = config.cacheTimeout();
  }

  /** What Redis knows of a token. */
  public sealed interface Entry {
    record Known(VerifiedSession session) implements Entry {}

    record Revoked() implements Entry {}

    record Absent() implements Entry {}
  }

  /** Fails where Redis does not answer in time. */
  public Uni<Entry> read(SessionToken.Hash hash) {
    return limited(redis.get(RedisNames.session(hash))).map(this::decode);
  }

  private Entry decode(String value) {
    if (value == null) {
      return new Entry.Absent();
    }
    return value.equals(REVOKED) ? new Entry.Revoked() : new Entry.Known(parse(value));
  }

  /** Remembers a session that was just found valid, unless it was marked as revoked meanwhile. */
  public Uni<Void> remember(SessionToken.Hash hash, VerifiedSession session) {
    Duration life = shorter(LIFE, Duration.between(Instant.now(clock), session.expiresAt()));
    return life.toMillis() <= 0
        ? Uni.createFrom().voidItem()
        : limited(
            redis.set(
                RedisNames.session(hash), format(session), new SetArgs().nx().px(life.toMillis())));
  }

  /** To be called after the revocation is committed, and before anybody is told of it. */
  public Uni<Void> markRevoked(SessionToken.Hash hash) {
    return limited(redis.psetex(RedisNames.session(hash), MARK_LIFE.toMillis(), REVOKED));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private <T> Uni<T> limited(Uni<T> command) {
    return command.ifNoItem().after(timeout).fail();
  }

  private VerifiedSession parse(String value) {
    try {
      return json.readValue(value, VerifiedSession.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A session in Redis is not readable", e);
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
