package dev.parley.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.http.ClientAddress;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits for a hash would wait for ever after a failure, but for the limit. */
@Timeout(30)
class HashingPoolTest {

  private static final ClientAddress HERE = new ClientAddress("127.0.0.1");
  private static final ClientAddress EVE = new ClientAddress("203.0.113.9");
  private static final ClientAddress ADA = new ClientAddress("198.51.100.7");

  @Test
  void whoFindsTheQueueFullIsToldToTryAgain() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (HashingPool pool = new HashingPool(1, 2);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      // One is computed and two wait: of many, all but three are refused at once.
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        calls.add(callers.submit(() -> pool.compute(HERE, () -> await(release))));
      }
      awaitRefusals(7, calls, "nobody was refused");
      release.countDown();
      assertEquals(3, done(calls));
    }
  }

  /** However many logins one machine begins, with whatever right passwords. */
  @Test
  void oneAddressAloneDoesNotKeepTheOthersOut() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (HashingPool pool = new HashingPool(1, 8);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> eves = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        eves.add(callers.submit(() -> pool.compute(EVE, () -> await(release))));
      }
      awaitRefusals(46, eves, "one address has all of it");
      Future<String> adas = callers.submit(() -> pool.compute(ADA, () -> await(release)));
      release.countDown();
      assertEquals(1, outcome(adas));
      assertEquals(4, done(eves));
      assertEquals("done", pool.compute(EVE, () -> "done"));
    }
  }

  private static void awaitRefusals(int count, List<Future<String>> calls, String otherwise) {
    Instant deadline = Instant.now().plusSeconds(10);
    while (calls.stream().filter(Future::isDone).count() < count) {
      assertTrue(Instant.now().isBefore(deadline), otherwise);
      Thread.onSpinWait();
    }
  }

  private static int done(List<Future<String>> calls) throws InterruptedException {
    int done = 0;
    for (Future<String> call : calls) {
      done += outcome(call);
    }
    return done;
  }

  private static String await(CountDownLatch release) {
    try {
      release.await();
      return "done";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int outcome(Future<String> call) throws InterruptedException {
    try {
      assertEquals("done", call.get());
      return 1;
    } catch (ExecutionException e) {
      assertEquals(ErrorCode.UNAVAILABLE, ((ParleyException) e.getCause()).code());
      return 0;
    }
  }

  @Test
  void aFailureReachesTheCaller() {
    try (HashingPool pool = new HashingPool(1, 1)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              pool.compute(
                  HERE,
                  () -> {
                    throw new IllegalArgumentException("no");
                  }));
    }
  }
}
