package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final TokenBucket bucket = new TokenBucket(10, 3, 0);

  @Test
  void allowsTheBurstAndThenTheRate() {
    assertEquals(Duration.ZERO, bucket.take(0));
    assertEquals(Duration.ZERO, bucket.take(0));
    assertEquals(Duration.ZERO, bucket.take(0));
    assertEquals(Duration.ofMillis(100), bucket.take(0));
    assertEquals(Duration.ZERO, bucket.take(SECOND / 10));
    assertEquals(Duration.ofMillis(100), bucket.take(SECOND / 10));
  }

  @Test
  void aLongPauseBringsNoMoreThanTheBurst() {
    for (int i = 0; i < 3; i++) {
      assertEquals(Duration.ZERO, bucket.take(1_000 * SECOND));
    }
    assertEquals(Duration.ofMillis(100), bucket.take(1_000 * SECOND));
  }

  @Test
  void anEarlierTimeThatComesLaterAddsNothing() {
    for (int i = 0; i < 3; i++) {
      assertEquals(Duration.ZERO, bucket.take(SECOND));
    }
    assertEquals(Duration.ofMillis(100), bucket.take(0));
    assertEquals(Duration.ofMillis(100), bucket.take(SECOND));
  }
}
