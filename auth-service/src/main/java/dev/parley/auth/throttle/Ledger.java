package dev.parley.auth.throttle;

import dev.parley.session.Breaker;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Counts in Redis, and where that is away in this replica alone. A replica remembers what it has
 * counted, and tells Redis: one that was restarted and is empty learns it again from each of them,
 * so a restart sets nobody free.
 */
@ApplicationScoped
class Ledger {

  private static final Logger LOG = Logger.getLogger(Ledger.class);

  private final SharedStrikes shared;
  private final OwnStrikes own;

  @Inject
  Ledger(Redis redis, ThrottleConfig config, Clock clock) {
    this.shared =
        new SharedStrikes(
            redis, new Breaker(config.redisWithin(), config.redisAvoided(), System::nanoTime));
    this.own = new OwnStrikes(config.maxRemembered(), clock);
  }

  /** Blocks for {@code parley.throttle.redis-within} at most, and never fails. */
  Step.Result apply(Tries tries, Step step) {
    try {
      Step.Result result = shared.apply(tries, step, own.of(tries)).await().indefinitely();
      own.remember(tries, result.strikes());
      return result;
    } catch (RuntimeException away) {
      LOG.debugf("Redis is down, so this replica counts alone: %s", away);
      return own.apply(tries, step);
    }
  }
}
