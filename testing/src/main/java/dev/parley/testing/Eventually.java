package dev.parley.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that can only be polled, such as the answer of an HTTP endpoint. */
public final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** Asks until the answer is good. Fails with the last answer when the time is up. */
  public static <T> T get(
      String description, Duration limit, Supplier<T> question, Predicate<T> good) {
    long end = System.nanoTime() + limit.toNanos();
    T answer = question.get();
    while (!good.test(answer)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never got %s; last: %s".formatted(description, answer));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = question.get();
    }
    return answer;
  }
}
