package dev.parley.chaos.client;

import java.time.Duration;
import java.time.Instant;

/** Nanoseconds since the run began, monotonic. */
public final class RunClock {

  private final long beganAt = System.nanoTime();
  private final Instant began = Instant.now();

  public long now() {
    return System.nanoTime() - beganAt;
  }

  /** A time of {@link System#nanoTime()}. */
  public long at(long nanos) {
    return nanos - beganAt;
  }

  /** A time of the database on the same machine. */
  public long at(Instant instant) {
    return Duration.between(began, instant).toNanos();
  }
}
