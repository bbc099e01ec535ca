package dev.parley.http.drain;

import dev.parley.protocol.Mechanism;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What happens on SIGTERM before Quarkus stops anything. Quarkus waits for the observers of this
 * event, so the process goes on as before until the last {@link Drain} is finished.
 */
@Singleton
class Stop {

  private static final Logger LOG = Logger.getLogger(Stop.class);

  private final Draining draining;
  private final List<Drain> drains;
  private final DrainConfig config;

  Stop(Draining draining, @All List<Drain> drains, DrainConfig config) {
    this.draining = draining;
    this.drains = drains;
    this.config = config;
  }

  void drain(@Observes ShutdownDelayInitiatedEvent told) {
    if (!Mechanism.DRAIN.isOn()) {
      return;
    }
    draining.begin();
    Deadline deadline = Deadline.in(config.within());
    try {
      for (Drain drain : drains) {
        drain.finish(deadline);
      }
      LOG.infof("Drained in %d ms", deadline.elapsed().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
