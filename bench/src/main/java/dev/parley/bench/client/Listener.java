package dev.parley.bench.client;

/** Who wants to know what one client got; for receivers that only count there is none. */
public interface Listener {

  /** An {@code ack}. */
  default void acknowledged(Client client) {}

  /**
   * A {@code chat}, or the {@code chat_sent} of an own direct message.
   *
   * @param own whether this client sent it
   */
  default void delivered(Client client, boolean own) {}

  /** After all frames that came together: what was written is to be flushed now. */
  default void readComplete() {}
}
