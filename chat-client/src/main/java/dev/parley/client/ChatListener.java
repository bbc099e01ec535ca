package dev.parley.client;

import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.http.Session;
import dev.parley.client.socket.ClosedSocket;

/**
 * Is told what happens to a {@link ChatClient}, in order, one call at a time, under its lock: none
 * may block. A client counts its connections from 1. Times are of {@link System#nanoTime()}.
 */
public interface ChatListener {

  /** The upgrade succeeded; nothing was received yet. */
  default void opened(int connection, Session session) {}

  /** A frame came, of whatever kind; the client has not acted on it yet. */
  default void received(int connection, long nanos, ServerFrame frame) {}

  /**
   * An event of a conversation, as the client shows it: what a socket brings comes as it came, with
   * whatever is doubled or out of order.
   *
   * @param paged read over HTTP, after a {@code resumed} that was not complete
   */
  default void shown(int connection, long nanos, ServerFrame.Logged frame, boolean paged) {}

  /**
   * A frame was handed to the socket.
   *
   * @param again it had been before
   */
  default void sent(int connection, long nanos, ClientFrame frame, boolean again) {}

  /**
   * The connection has ended. The client comes back by itself, unless {@link
   * ChatClient#isFinal(int)} says that it makes no sense.
   */
  default void closed(int connection, ClosedSocket how) {}
}
