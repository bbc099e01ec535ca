package dev.parley.client;

import dev.parley.client.frame.ServerFrame;
import dev.parley.client.socket.Handshake;

/** How a client behaves in its protocol. Called under the client's lock. */
sealed interface Dialect permits FirstDialect, SecondDialect {

  /** Adds the token, and what else an upgrade needs. */
  Handshake prepare(Handshake handshake, String token);

  /** Before anything was received. */
  void opened(Connection connection);

  void received(Connection connection, ServerFrame frame, long nanos);

  void closed();

  /** Several times a second, while a connection is open and greeted or not. */
  void tick(Connection connection, boolean greeted);
}
