package dev.parley.gateway.drain;

import dev.parley.gateway.connection.Connections;
import dev.parley.http.drain.Deadline;
import dev.parley.http.drain.Drain;
import io.quarkus.websockets.next.OpenConnections;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Closes all connections with 1012, evenly over the time of the drain, and waits until their
 * clients have answered, or have had {@link #GOODBYE} for it. Their reconnects come spread over the
 * same time, so that the other gateways are not stormed.
 */
@Singleton
@Priority(ConnectionDrain.FIRST)
class ConnectionDrain implements Drain {

  static final int FIRST = 100;

  private static final Logger LOG = Logger.getLogger(ConnectionDrain.class);
  private static final Duration TICK = Duration.ofMillis(10);

  /** Beyond the time of the drain, for the answers of those that were closed at its end. */
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Connections connections;
  private final OpenConnections sockets;

  ConnectionDrain(Connections connections, OpenConnections sockets) {
    this.connections = connections;
    this.sockets = sockets;
  }

  @Override
  public void finish(Deadline deadline) throws InterruptedException {
    List<LeavingConnection> leaving =
        connections.all().stream().map(LeavingConnection::new).toList();
    if (!leaving.isEmpty()) {
      LOG.infof("Closing %d connections within %s", leaving.size(), deadline.within());
    }
    Departures departures = new Departures(leaving, deadline.within());
    Deadline end = deadline.plus(GOODBYE);
    while (isAnybodyLeft() && !end.isOver()) {
      departures.proceed(deadline.elapsed());
      Thread.sleep(TICK);
    }
  }

  /** Sockets that came meanwhile and were refused count too: they shall see why. */
  private boolean isAnybodyLeft() {
    return !connections.isEmpty() || !sockets.listAll().isEmpty();
  }
}
