package dev.parley.auth.throttle;

import java.time.Duration;

/**
 * How many tries are free, and how long a pause follows on each further one: it doubles from the
 * first to the longest. One try is forgiven in each {@code forgiveEvery}.
 */
record Limit(int free, Duration firstPause, Duration longestPause, Duration forgiveEvery) {

  Limit {
    if (free < 1
        || firstPause.toMillis() < 1
        || longestPause.compareTo(firstPause) < 0
        || forgiveEvery.toMillis() < 1) {
      throw new IllegalArgumentException("A limit must limit something, but not everything");
    }
  }

  /**
   * More are not counted, so that nobody waits longer for being forgiven, however many they were.
   */
  int most() {
    long doublings = Math.ceilDiv(longestPause.toMillis(), firstPause.toMillis());
    return free + Long.SIZE - Long.numberOfLeadingZeros(doublings - 1);
  }

  /** A try that is forgiven in part only counts. */
  Duration pauseAfter(double unforgiven) {
    int tries = (int) Math.ceil(unforgiven);
    if (tries < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(tries, most()) - free;
    Duration pause = firstPause.multipliedBy(1L << doublings);
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }

  /** After which nothing is left of the most that is counted. */
  Duration forgottenAfter() {
    return longestPause.plus(forgiveEvery.multipliedBy(most()));
  }
}
