package dev.parley.http.drain;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that a stop has.
 *
 * @param nanoClock as {@link System#nanoTime()}
 * @param begin by that clock
 */
public record Deadline(LongSupplier nanoClock, long begin, Duration within) {

  /** From now on. */
  public static Deadline in(Duration within) {
    return new Deadline(System::nanoTime, System.nanoTime(), within);
  }

  public Duration elapsed() {
    return Duration.ofNanos(nanoClock.getAsLong() - begin);
  }

  public boolean isOver() {
    return elapsed().compareTo(within) >= 0;
  }

  /** The same begin, and more time. */
  public Deadline plus(Duration more) {
    return new Deadline(nanoClock, begin, within.plus(more));
  }
}
