package dev.parley.stack;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for a condition, with a deadline. */
public final class Eventually {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);

  private Eventually() {}

  public static void check(String what, Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!condition.call()) {
      if (Instant.now().isAfter(deadline)) {
        fail("Not within " + LIMIT + ": " + what);
      }
      Thread.sleep(POLL);
    }
  }
}
