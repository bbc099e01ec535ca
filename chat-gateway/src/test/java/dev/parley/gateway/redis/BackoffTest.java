package dev.parley.gateway.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2), new Random(7));

  @Test
  void pausesDoubleUpToTheLongest() {
    Stream.of(250, 500, 1_000, 2_000, 2_000).forEach(this::assertNextIsAbout);
  }

  @Test
  void successBeginsAnew() {
    backoff.next();
    backoff.next();
    backoff.reset();
    assertNextIsAbout(250);
  }

  private void assertNextIsAbout(int millis) {
    long pause = backoff.next().toMillis();
    assertTrue(pause >= millis && pause <= millis * 1.5, () -> pause + " for " + millis);
  }

  @Test
  void isExactWithoutChance() {
    Backoff still = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(7));
    assertEquals(Duration.ofMillis(1), still.next());
  }
}
