package dev.parley.gateway.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void theFirstIsCalledAtOnceAndTheOthersAtEvenTimes() {
    Pace pace = new Pace(4, Duration.ofSeconds(8));
    assertEquals(
        List.of(1, 1, 2, 2, 3, 3, 4, 4, 4, 4),
        IntStream.range(0, 10).mapToObj(s -> pace.calledAfter(Duration.ofSeconds(s))).toList());
  }

  @Test
  void allAreCalledWhenTheTimeIsOver() {
    assertEquals(3_000, new Pace(3_000, Duration.ofMillis(10)).calledAfter(Duration.ofMillis(10)));
    assertEquals(5, new Pace(5, Duration.ZERO).calledAfter(Duration.ZERO));
  }

  @Test
  void moreThanOneANanosecondAreNoTrouble() {
    assertEquals(1_000, new Pace(1_000, Duration.ofNanos(100)).calledAfter(Duration.ofNanos(100)));
  }

  @Test
  void nobodyIsNoTrouble() {
    assertEquals(0, new Pace(0, Duration.ofSeconds(1)).calledAfter(Duration.ZERO));
  }
}
