package dev.parley.gateway.connection;

import java.time.Duration;

/** Allows a burst, and a steady rate after it. Not thread-safe. */
final class TokenBucket {

  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final double perNano;
  private final double burst;
  private double tokens;
  private long filledAt;

  TokenBucket(int perSecond, int burst, long nowNanos) {
    this.perNano = perSecond / NANOS_PER_SECOND;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = nowNanos;
  }

  /**
   * Takes one token.
   *
   * @return nothing to wait, or how long until there is one
   */
  Duration take(long nowNanos) {
    tokens = Math.min(burst, tokens + (nowNanos - filledAt) * perNano);
    filledAt = nowNanos;
    if (tokens < 1) {
      return Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano));
    }
    tokens -= 1;
    return Duration.ZERO;
  }
}
