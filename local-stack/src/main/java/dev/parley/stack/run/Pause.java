package dev.parley.stack.run;

import dev.parley.stack.StackException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits. */
public final class Pause {

  private static final Duration POLL = Duration.ofMillis(20);

  private Pause() {}

  /** Does not wait if the time is negative. */
  public static void of(Duration time) {
    try {
      Thread.sleep(time.isNegative() ? Duration.ZERO : time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("The run was interrupted.", e);
    }
  }

  /** Waits for the condition. Returns whether it came true within the limit. */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      of(POLL);
    }
    return true;
  }
}
