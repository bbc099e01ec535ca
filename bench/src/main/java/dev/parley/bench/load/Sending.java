package dev.parley.bench.load;

import dev.parley.bench.client.Client;

/** Chooses the sender and the recipient of the next message. On the event loop. */
public interface Sending {

  /**
   * Writes one message without flushing it.
   *
   * @param at the time that it carries
   * @return the sender
   */
  Client send(long at);

  /** The clients that may send. */
  Iterable<Client> senders();
}
