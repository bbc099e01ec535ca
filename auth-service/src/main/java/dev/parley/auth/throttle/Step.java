package dev.parley.auth.throttle;

import java.time.Duration;
import java.util.Locale;

/** A change to a count of tries. */
enum Step {
  /** Nothing; the pause is told. */
  LOOK,
  /**
   * One more, unless a pause is on. Both at once: of many tries at the same time few get through.
   */
  TAKE,
  /** One more, whether a pause is on or not. */
  COUNT,
  /** One less: it was no failure. */
  REFUND,
  /** None; that there was one is remembered. */
  CLEAR;

  /**
   * What came of a step.
   *
   * @param pause how long until a try may be made; for TAKE, more than nothing means it was refused
   */
  record Result(Duration pause, Strikes strikes) {}

  /** As {@code strikes.lua} knows it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Result apply(Strikes strikes, long now, Limit limit) {
    Duration pause = strikes.pauseAt(now, limit);
    return switch (this) {
      case LOOK -> new Result(pause, strikes);
      case TAKE -> new Result(pause, pause.isZero() ? strikes.plus(1, now, limit) : strikes);
      case COUNT -> new Result(pause, strikes.plus(1, now, limit));
      case REFUND -> new Result(pause, strikes.plus(-1, now, limit));
      case CLEAR -> new Result(Duration.ZERO, strikes.cleared(now));
    };
  }
}
