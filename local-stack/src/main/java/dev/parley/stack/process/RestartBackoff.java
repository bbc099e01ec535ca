package dev.parley.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** 0.5 s, 1 s, 2 s, 4 s, 8 s, then no more. A process that lived a minute starts afresh. */
final class RestartBackoff {

  static final int ATTEMPTS = 5;

  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final Duration STABLE = Duration.ofMinutes(1);

  private int attempts;

  /** Empty if it is time to give up. */
  Optional<Duration> afterDeath(Instant startedAt, Instant now) {
    if (startedAt.plus(STABLE).isBefore(now)) {
      attempts = 0;
    }
    return attempts == ATTEMPTS
        ? Optional.empty()
        : Optional.of(FIRST_DELAY.multipliedBy(1L << attempts++));
  }

  /** The number of restarts granted since the last quiet minute. */
  int attempts() {
    return attempts;
  }
}
