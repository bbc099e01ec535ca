package dev.parley.bench.client;

/** Is told what one client gets. Receivers that only count have no listener. */
public interface Listener {

  /** An {@code ack} arrived. */
  default void acknowledged(Client client) {}

  /**
   * A {@code chat} arrived, or the {@code chat_sent} of the client's own direct message.
   *
   * @param own whether this client sent it
   */
  default void delivered(Client client, boolean own) {}

  /** Called after all frames of one read: flush what you have written. */
  default void readComplete() {}
}
