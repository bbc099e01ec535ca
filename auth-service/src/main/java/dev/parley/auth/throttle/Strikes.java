package dev.parley.auth.throttle;

import java.time.Duration;

/**
 * How many tries are not forgiven, and when that last changed. {@code strikes.lua} computes the
 * same in Redis.
 *
 * @param atMillis since the epoch; 0 where nothing was ever counted
 */
record Strikes(double count, long atMillis) {

  static final Strikes NONE = new Strikes(0, 0);

  boolean areKnown() {
    return atMillis > 0;
  }

  /** Whichever changed later; of two in the same millisecond the one that was learnt later. */
  Strikes newerOf(Strikes learntLater) {
    return learntLater.atMillis >= atMillis ? learntLater : this;
  }

  /** How long to wait before the next try; zero if it may be made now. */
  Duration pauseAt(long now, Limit limit) {
    long end = atMillis + limit.pauseAfter(count).toMillis();
    return Duration.ofMillis(Math.max(0, end - now));
  }

  Strikes plus(int more, long now, Limit limit) {
    double forgiven = Math.max(0, now - atMillis) / (double) limit.forgiveEvery().toMillis();
    double left = Math.max(0, count - forgiven);
    return new Strikes(Math.clamp(left + more, 0, limit.most()), Math.max(now, atMillis));
  }

  Strikes cleared(long now) {
    return new Strikes(0, Math.max(now, atMillis));
  }
}
