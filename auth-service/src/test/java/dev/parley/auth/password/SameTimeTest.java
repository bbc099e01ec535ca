package dev.parley.auth.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.http.ClientAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nobody learns from the time of an answer whether there is an account. */
class SameTimeTest {

  private static final int ITERATIONS = 200_000;
  private static final byte[] SALT = new byte[PasswordHash.SALT_BYTES];

  private final Passwords passwords =
      new Passwords(
          new PasswordConfig() {
            @Override
            public int iterations() {
              return ITERATIONS;
            }

            @Override
            public OptionalInt threads() {
              return OptionalInt.of(1);
            }

            @Override
            public int maxWaiting() {
              return 4;
            }

            @Override
            public int minLength() {
              return 6;
            }

            @Override
            public boolean refuseCommonAtRegistration() {
              return false;
            }
          },
          new SimpleMeterRegistry());

  @Test
  void aWrongPasswordTakesAsLongWhateverTheHashIs() {
    long known = leastWork(Optional.of(new PasswordHash(ITERATIONS, SALT, SALT)));
    long unknown = leastWork(Optional.empty());
    long outdated = leastWork(Optional.of(new PasswordHash(10_000, SALT, SALT)));
    assertTrue(areAlike(known, unknown), known + " ns known, " + unknown + " ns unknown");
    assertTrue(areAlike(known, outdated), known + " ns known, " + outdated + " ns outdated");
  }

  private static boolean areAlike(long one, long other) {
    return one < 2 * other && other < 2 * one;
  }

  /** The least of some, which is the least disturbed. */
  private long leastWork(Optional<PasswordHash> stored) {
    return LongStream.range(0, 5).map(round -> work(stored)).min().orElseThrow();
  }

  private long work(Optional<PasswordHash> stored) {
    long begin = hashingNanos();
    assertFalse(passwords.matches("wrong password", stored, new ClientAddress("127.0.0.1")));
    return hashingNanos() - begin;
  }

  /**
   * Of the processor, for hashes: what the clock on the wall says depends on all else that runs.
   */
  private static long hashingNanos() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("password-hash-"))
        .mapToLong(
            thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()))
        .sum();
  }
}
