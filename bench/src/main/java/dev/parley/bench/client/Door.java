package dev.parley.bench.client;

import java.net.InetSocketAddress;

/** Where the clients of a crowd connect, and as whom. */
public interface Door {

  InetSocketAddress address(int client);

  /** Of the session; the floor asks for none, and it is empty there. */
  String token(int client);

  Dialect dialect(int client);

  /** Whether it is Parley: it greets, gives places, and the benchmark's content comes back. */
  boolean isParley();
}
