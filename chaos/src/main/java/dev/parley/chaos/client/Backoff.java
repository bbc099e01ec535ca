package dev.parley.chaos.client;

import java.time.Duration;
import java.util.Random;

/** Full jitter: a random time up to a bound that doubles with every failure. */
final class Backoff {

  private static final long FIRST_MILLIS = 500;
  private static final long MOST_MILLIS = 5_000;

  private final Random random;
  private long bound = FIRST_MILLIS;

  Backoff(Random random) {
    this.random = random;
  }

  Duration next() {
    long millis = random.nextLong(bound);
    bound = Math.min(MOST_MILLIS, bound * 2);
    return Duration.ofMillis(millis);
  }

  void reset() {
    bound = FIRST_MILLIS;
  }
}
