package dev.parley.auth.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.protocol.redis.SessionsRevoked;
import dev.parley.session.SessionCache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells the cache and every gateway that sessions have ended. Without Redis nobody is told at once:
 * a cached session then ends with its cache entry, and gateways verify anew what they hold when
 * their subscription is back.
 */
@Startup
@ApplicationScoped
@RegisterForReflection(targets = SessionsRevoked.class)
class Revocations {

  private static final Logger LOG = Logger.getLogger(Revocations.class);

  private static final int MAX_AT_ONCE = 1_000;
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final SessionCache cache;
  private final ReactivePubSubCommands<String> channels;
  private final ObjectMapper json;
  private final Counter revoked;
  private final Counter untold;

  @Inject
  Revocations(
      SessionCache cache, ReactiveRedisDataSource redis, ObjectMapper json, MeterRegistry metrics) {
    this.cache = cache;
    this.channels = redis.pubsub(String.class);
    this.json = json;
    this.revoked = metrics.counter("parley.sessions.revoked");
    this.untold = metrics.counter("parley.sessions.revoked.untold");
  }

  /** A session that has no row any more. */
  record Ended(SessionId id, SessionToken.Hash hash) {}

  /**
   * After the commit. Blocks for {@link #LIMIT} at most, however many they are, and never fails:
   * the sessions have ended already.
   */
  void announce(List<Ended> ended) {
    if (ended.isEmpty()) {
      return;
    }
    revoked.increment(ended.size());
    try {
      announceAll(ended).await().atMost(LIMIT);
    } catch (RuntimeException e) {
      untold.increment(ended.size());
      LOG.warnf("Redis is down: gateways may miss the end of %d sessions: %s", ended.size(), e);
    }
  }

  private Uni<Void> announceAll(List<Ended> ended) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (int from = 0; from < ended.size(); from += MAX_AT_ONCE) {
      List<Ended> some = ended.subList(from, Math.min(from + MAX_AT_ONCE, ended.size()));
      told = told.chain(() -> announceSome(some));
    }
    return told;
  }

  /** The cache first: a gateway that hears of it may ask the cache. */
  private Uni<Void> announceSome(List<Ended> ended) {
    List<SessionId> ids = ended.stream().map(Ended::id).toList();
    return cache
        .markRevoked(ended.stream().map(Ended::hash).toList())
        .onFailure()
        .invoke(failure -> LOG.warnf("Redis is down: ended sessions were not marked: %s", failure))
        .onFailure()
        .recoverWithNull()
        .chain(
            () -> channels.publish(RedisNames.SESSIONS_REVOKED, format(new SessionsRevoked(ids))));
  }

  private String format(SessionsRevoked revoked) {
    try {
      return json.writeValueAsString(revoked);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Session ids are always JSON", e);
    }
  }
}
