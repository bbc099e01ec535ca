package dev.parley.gateway.resume;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The jobs of this gateway's connections. One that cannot be kept up to date comes back. */
final class ConnectionJobs {

  @Produces
  @Singleton
  JobQueues<Connection> jobs() {
    return new JobQueues<>(connection -> connection.close(Closing.UNAVAILABLE));
  }
}
