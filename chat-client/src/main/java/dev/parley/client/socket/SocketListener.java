package dev.parley.client.socket;

/** Is told what happens on a socket, in order, one call at a time; none may block. */
public interface SocketListener {

  /** Before anything was received. */
  default void opened(ChatSocket socket) {}

  /** A whole text. */
  void received(ChatSocket socket, String text);

  /** A whole binary message, which no Parley sends. */
  default void receivedBinary(ChatSocket socket, int bytes) {}

  /** Once. A socket that never opened is closed too. */
  void closed(ChatSocket socket, ClosedSocket how);
}
