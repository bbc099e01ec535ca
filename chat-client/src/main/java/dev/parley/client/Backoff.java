package dev.parley.client;

import java.time.Duration;

/** Full jitter: a random time up to a bound that doubles with every failure. */
final class Backoff {

  private final ClientOptions options;
  private long bound;

  Backoff(ClientOptions options) {
    this.options = options;
    reset();
  }

  Duration next() {
    long millis = options.random().nextLong(Math.max(1, bound));
    bound = Math.min(options.longestPause().toMillis(), bound * 2);
    return Duration.ofMillis(millis);
  }

  final void reset() {
    bound = options.firstPause().toMillis();
  }
}
