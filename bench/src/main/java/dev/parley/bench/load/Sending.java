package dev.parley.bench.load;

import dev.parley.bench.client.Client;

/** Who sends the next message, and to whom. On the event loop. */
public interface Sending {

  /**
   * Writes one message, and does not flush it.
   *
   * @param at the time that it carries
   * @return who sent it
   */
  Client send(long at);

  /** Those who may send. */
  Iterable<Client> senders();
}
