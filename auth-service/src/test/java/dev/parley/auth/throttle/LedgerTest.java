package dev.parley.auth.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import dev.parley.auth.Client;
import dev.parley.testing.Eventually;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas of the auth service and their Redis. */
@AuthTest
class LedgerTest {

  private static final Limit LIMIT =
      new Limit(3, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofMinutes(10));

  @Inject Redis redis;
  @Inject RedisDataSource commands;
  @Inject ThrottleConfig config;

  private final Tries tries = Tries.of("account", Client.newName(), LIMIT);
  private Ledger one;
  private Ledger other;

  @BeforeEach
  void begin() {
    one = new Ledger(redis, config, Clock.systemUTC());
    other = new Ledger(redis, config, Clock.systemUTC());
  }

  @Test
  void whatOneReplicaCountsTheOtherKnows() {
    failOftenAt(one);
    assertEquals(60, other.apply(tries, Step.TAKE).pause().plusMillis(999).toSeconds());
  }

  @Test
  void aRedisThatWasRestartedEmptyLearnsItAgain() {
    failOftenAt(one);
    commands.key().del(tries.key());
    assertFalse(one.apply(tries, Step.TAKE).pause().isZero());
    one.apply(tries, Step.COUNT);
    assertTrue(commands.key().exists(tries.key()));
    assertFalse(other.apply(tries, Step.TAKE).pause().isZero());
  }

  @Test
  void whatRedisKnowsLaterIsBelieved() {
    failOftenAt(one);
    other.apply(tries, Step.CLEAR);
    assertTrue(one.apply(tries, Step.TAKE).pause().isZero());
  }

  @Test
  void aPauseEnds() {
    Duration second = Duration.ofSeconds(1);
    Tries brief = Tries.of("account", Client.newName(), new Limit(1, second, second, second));
    one.apply(brief, Step.TAKE);
    Eventually.get(
        "the end of the pause",
        Duration.ofSeconds(10),
        () -> other.apply(brief, Step.TAKE).pause(),
        Duration::isZero);
  }

  @Test
  void nothingStaysInRedisForEver() {
    failOftenAt(one);
    long left = commands.key().pttl(tries.key());
    assertTrue(left > 0 && left <= LIMIT.forgottenAfter().toMillis(), "still " + left + " ms");
  }

  /** The script and the class compute the same: a walk through all steps. */
  @Test
  void redisAndAReplicaAloneCountAlike() {
    OwnStrikes own = new OwnStrikes(100, Clock.systemUTC());
    List<Step> steps =
        List.of(Step.LOOK, Step.TAKE, Step.TAKE, Step.COUNT, Step.COUNT, Step.REFUND, Step.CLEAR);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Step step = steps.get(random.nextInt(steps.size()));
      Step.Result alone = own.apply(tries, step);
      Step.Result shared = one.apply(tries, step);
      String where = "step " + i + ": " + step;
      assertEquals(alone.strikes().count(), shared.strikes().count(), 0.01, where);
      Duration difference = alone.pause().minus(shared.pause()).abs();
      assertTrue(difference.compareTo(Duration.ofSeconds(5)) < 0, where + ": " + difference);
    }
  }

  private void failOftenAt(Ledger ledger) {
    for (int i = 0; i < LIMIT.free(); i++) {
      assertTrue(ledger.apply(tries, Step.TAKE).pause().isZero());
    }
  }
}
