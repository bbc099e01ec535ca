package dev.parley.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps asking every service whether it is ready, so that the edge avoids one that drains or hangs.
 * A service that was not asked yet counts as ready. Thread-safe.
 */
final class ReadinessWatch implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final List<PlannedService> services;
  private final Set<URI> unready = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ReadinessWatch(List<PlannedService> services) {
    this.services = services;
  }

  /** Asks each service on its own thread, because one that hangs answers late. */
  void begin() {
    services.forEach(
        service -> Thread.ofVirtual().name("watch-" + service.name()).start(() -> watch(service)));
  }

  private void watch(PlannedService service) {
    HealthProbe health = new HealthProbe(service.managementUri());
    while (!closed) {
      if (health.isReady()) {
        unready.remove(service.uri());
      } else {
        unready.add(service.uri());
      }
      sleep();
    }
  }

  private void sleep() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Whether the service at this address was ready at its last answer. */
  boolean isReady(URI service) {
    return !unready.contains(service);
  }

  @Override
  public void close() {
    closed = true;
  }
}
