package dev.parley.bench.client;

import java.net.InetSocketAddress;

/** The address that the clients of a crowd connect to, and their sessions. */
public interface Door {

  InetSocketAddress address(int client);

  /** The session's token; empty for the floor, which needs none. */
  String token(int client);

  Dialect dialect(int client);

  /** Whether it is Parley, which greets, numbers messages and returns the benchmark's content. */
  boolean isParley();
}
