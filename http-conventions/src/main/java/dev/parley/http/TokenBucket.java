package dev.parley.http;

import java.time.Duration;

/** Allows a burst, and a steady rate after it. Thread-safe. */
public final class TokenBucket {

  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final double perNano;
  private final double burst;
  private double tokens;
  private long filledAt;

  public TokenBucket(int perSecond, int burst, long nowNanos) {
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
  public synchronized Duration take(long nowNanos) {
    fill(nowNanos);
    if (tokens < 1) {
      return Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano));
    }
    tokens -= 1;
    return Duration.ZERO;
  }

  /** Another thread may have come later with an earlier time. */
  private void fill(long nowNanos) {
    long passed = nowNanos - filledAt;
    if (passed > 0) {
      tokens = Math.min(burst, tokens + passed * perNano);
      filledAt = nowNanos;
    }
  }
}
