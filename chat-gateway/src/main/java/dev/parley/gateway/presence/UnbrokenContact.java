package dev.parley.gateway.presence;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long Redis has been there without a break. After a break nobody's lease means anything until
 * every gateway has had the time to write its own again. Thread-safe.
 */
final class UnbrokenContact {

  private final LongSupplier nanos;
  private volatile long since;

  /**
   * @param nanos the time, as {@link System#nanoTime()} tells it
   */
  UnbrokenContact(LongSupplier nanos) {
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  void broke() {
    since = nanos.getAsLong();
  }

  boolean lasts(Duration time) {
    return nanos.getAsLong() - since >= time.toNanos();
  }
}
