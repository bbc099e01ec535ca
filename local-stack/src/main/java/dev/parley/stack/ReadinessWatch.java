package dev.parley.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks every service again and again whether it is ready, so that the edge avoids one that drains
 * or hangs. Nobody is taken for unready before it was asked. Thread-safe.
 */
final class ReadinessWatch implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final List<PlannedService> services;
  private final Set<URI> unready = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ReadinessWatch(List<PlannedService> services) {
    this.services = services;
  }

  /** Each on a thread of its own, since one that hangs answers late. */
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

  /** Of the service at this address, as of its last answer. */
  boolean isReady(URI service) {
    return !unready.contains(service);
  }

  @Override
  public void close() {
    closed = true;
  }
}
