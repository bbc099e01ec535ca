package dev.parley.gateway.drain;

import java.time.Duration;

/**
 * Spreads departures evenly over a time: the first at once, then one every {@code within /
 * travellers}, so that the last one has a share of the time left for itself.
 */
record Pace(int travellers, Duration within) {

  /** How many should have been called by then, from 1 to all. */
  int calledAfter(Duration elapsed) {
    if (elapsed.compareTo(within) >= 0) {
      return travellers;
    }
    long share = elapsed.toNanos() / Math.max(1, within.toNanos() / Math.max(1, travellers));
    return (int) Math.min(travellers, share + 1);
  }
}
