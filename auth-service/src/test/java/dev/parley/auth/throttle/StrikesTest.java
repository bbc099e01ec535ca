package dev.parley.auth.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrikesTest {

  private static final long NOW = 1_700_000_000_000L;
  private static final Limit LIMIT =
      new Limit(3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

  @Test
  void aPauseDoublesUpToTheLongest() {
    List<Long> pauses = new ArrayList<>();
    Strikes strikes = Strikes.NONE;
    for (int i = 0; i < 9; i++) {
      strikes = strikes.plus(1, NOW, LIMIT);
      pauses.add(strikes.pauseAt(NOW, LIMIT).toSeconds());
    }
    assertEquals(List.of(0L, 0L, 1L, 2L, 4L, 8L, 10L, 10L, 10L), pauses);
  }

  @Test
  void whoTriesDuringAPauseIsRefusedAndNotCounted() {
    Strikes three = new Strikes(3, NOW);
    Step.Result early = Step.TAKE.apply(three, NOW + 999, LIMIT);
    assertEquals(Duration.ofMillis(1), early.pause());
    assertEquals(three, early.strikes());
    Step.Result later = Step.TAKE.apply(three, NOW + 1_000, LIMIT);
    assertEquals(Duration.ZERO, later.pause());
    assertEquals(NOW + 1_000, later.strikes().atMillis());
  }

  @Test
  void timeForgives() {
    Strikes three = new Strikes(3, NOW);
    assertEquals(2, three.plus(1, NOW + 120_000, LIMIT).count());
    assertEquals(1, three.plus(1, NOW + 86_400_000, LIMIT).count());
    assertEquals(0, three.plus(-1, NOW + 120_000, LIMIT).count());
  }

  @Test
  void aTryThatIsForgivenInPartOnlyCounts() {
    Strikes three = new Strikes(2, NOW - 1_000).plus(1, NOW, LIMIT);
    assertEquals(Duration.ofSeconds(1), three.pauseAt(NOW, LIMIT));
  }

  @Test
  void noAttackIsRememberedForLongerThanTheMostThatIsCounted() {
    Strikes strikes = Strikes.NONE;
    for (int i = 0; i < 100_000; i++) {
      strikes = strikes.plus(1, NOW, LIMIT);
    }
    assertEquals(LIMIT.most(), strikes.count());
    assertEquals(7, LIMIT.most());
    assertEquals(LIMIT.longestPause(), LIMIT.pauseAfter(LIMIT.most()));
    long forgotten = NOW + LIMIT.forgottenAfter().toMillis();
    assertEquals(1, strikes.plus(1, forgotten, LIMIT).count());
  }

  @Test
  void ofTwoTriesInOneMillisecondTheSecondIsRemembered() {
    Strikes one = Strikes.NONE.plus(1, NOW, LIMIT);
    Strikes two = one.plus(1, NOW, LIMIT);
    assertEquals(two, one.newerOf(two));
    assertEquals(two, two.newerOf(new Strikes(0, NOW - 1)));
  }

  @Test
  void aLimitLimitsSomething() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> new Limit(0, second, second, second));
    assertThrows(IllegalArgumentException.class, () -> new Limit(1, Duration.ZERO, second, second));
    assertEquals(1, new Limit(1, second, second, second).most());
  }
}
