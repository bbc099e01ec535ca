package dev.parley.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final Duration LIMIT = Duration.ofMillis(20);
  private static final Duration AVOIDED = Duration.ofSeconds(3);

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger calls = new AtomicInteger();
  private final Breaker breaker = new Breaker(LIMIT, AVOIDED, now::get);

  @Test
  void whatTookTooLongIsLeftAloneForAWhile() {
    assertThrows(CompletionException.class, () -> ask(Uni.createFrom().nothing()));
    assertTrue(breaker.isOpen());
    assertThrows(CompletionException.class, () -> ask(Uni.createFrom().item("late")));
    assertEquals(1, calls.get());
    now.addAndGet(AVOIDED.toNanos());
    assertEquals("back", ask(Uni.createFrom().item("back")));
    assertFalse(breaker.isOpen());
  }

  @Test
  void aRefusalIsAnAnswer() {
    assertThrows(
        IllegalStateException.class,
        () -> ask(Uni.createFrom().failure(new IllegalStateException("refused"))));
    assertFalse(breaker.isOpen());
  }

  private String ask(Uni<String> answer) {
    return breaker
        .call(
            () -> {
              calls.incrementAndGet();
              return answer;
            })
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
