package dev.parley.gateway.redis;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double, up to a limit, each with up to half as much of chance. Not thread-safe. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  Duration next() {
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return pause.plusMillis(random.nextLong(pause.toMillis() / 2 + 1));
  }

  void reset() {
    next = first;
  }
}
