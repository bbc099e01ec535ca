package dev.parley.gateway.drain;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;

/**
 * A connection that is to leave. While it waits for its acknowledgements nothing more is read of
 * it; what its client sends meanwhile, it sends again elsewhere, since it is not acknowledged.
 */
record LeavingConnection(Connection connection) implements Departures.Traveller {

  @Override
  public void called() {
    connection.pauseReading();
  }

  @Override
  public boolean isBusy() {
    return connection.isBusy();
  }

  /** Reads again, for the client's answer to the close. */
  @Override
  public void leaves() {
    connection.close(Closing.GOING_AWAY);
    connection.resumeReading();
  }
}
