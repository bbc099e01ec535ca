package dev.parley.auth.account;

import java.time.Duration;

/** After a failure, until the next attempt: doubled each time up to {@link #LONGEST}. */
final class OutboxPause {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private Duration length = Duration.ZERO;
  private long beganAt;

  /** Whether the last attempt failed. */
  boolean isOn() {
    return !length.isZero();
  }

  boolean isOver() {
    return System.nanoTime() - beganAt >= length.toNanos();
  }

  void lengthen() {
    Duration doubled = isOn() ? length.multipliedBy(2) : FIRST;
    length = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    beganAt = System.nanoTime();
  }

  void end() {
    length = Duration.ZERO;
  }
}
