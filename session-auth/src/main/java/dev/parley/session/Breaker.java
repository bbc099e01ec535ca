package dev.parley.session;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Limits how long a call may take. After a call took too long, it refuses further calls for a
 * while, so that callers fail at once and do not wait in vain. Thread-safe.
 */
public final class Breaker {

  private final Duration limit;
  private final Duration avoided;
  private final LongSupplier nanos;
  private volatile long openedAt;
  private volatile boolean open;

  /**
   * @param limit how long one call may take
   * @param avoided how long no call is made after one took longer
   * @param nanos the time, as {@link System#nanoTime()} tells it
   */
  public Breaker(Duration limit, Duration avoided, LongSupplier nanos) {
    this.limit = limit;
    this.avoided = avoided;
    this.nanos = nanos;
  }

  public <T> Uni<T> call(Supplier<Uni<T>> command) {
    return Uni.createFrom().deferred(() -> isOpen() ? refused() : limited(command.get()));
  }

  boolean isOpen() {
    return open && nanos.getAsLong() - openedAt < avoided.toNanos();
  }

  private static <T> Uni<T> refused() {
    return Uni.createFrom().failure(new TimeoutException("A recent attempt took too long"));
  }

  private <T> Uni<T> limited(Uni<T> command) {
    return command.ifNoItem().after(limit).failWith(this::tookTooLong).invoke(() -> open = false);
  }

  private TimeoutException tookTooLong() {
    openedAt = nanos.getAsLong();
    open = true;
    return new TimeoutException("No answer within " + limit);
  }
}
