package dev.parley.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Keeps asking every service whether it is ready, so that the edge avoids one that drains or hangs.
 * It asks seldom while all are ready and nobody would notice. A service that was not asked yet
 * counts as ready. Thread-safe.
 */
final class ReadinessWatch implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

  private final List<PlannedService> services;
  private final Set<URI> unready = ConcurrentHashMap.newKeySet();
  private final List<Semaphore> wakeUps = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  ReadinessWatch(List<PlannedService> services) {
    this.services = services;
  }

  /**
   * Asks each service on its own thread, because one that hangs answers late.
   *
   * @param unobserved whether nobody is connected
   */
  void begin(BooleanSupplier unobserved) {
    services.forEach(
        service ->
            Thread.ofVirtual()
                .name("watch-" + service.name())
                .start(() -> watch(service, unobserved)));
  }

  private void watch(PlannedService service, BooleanSupplier unobserved) {
    HealthProbe health = new HealthProbe(service.managementUri());
    Semaphore wakeUp = new Semaphore(0);
    wakeUps.add(wakeUp);
    while (!closed) {
      if (health.isReady()) {
        unready.remove(service.uri());
      } else {
        unready.add(service.uri());
      }
      pause(wakeUp, unready.isEmpty() && unobserved.getAsBoolean() ? LONG_PAUSE : PAUSE);
    }
  }

  private void pause(Semaphore wakeUp, Duration time) {
    try {
      if (wakeUp.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUp.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Ends the pauses: somebody has connected. */
  void wake() {
    wakeUps.forEach(Semaphore::release);
  }

  /** Whether the service at this address was ready at its last answer. */
  boolean isReady(URI service) {
    return !unready.contains(service);
  }

  @Override
  public void close() {
    closed = true;
    wake();
  }
}
