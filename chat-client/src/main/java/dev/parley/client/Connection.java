package dev.parley.client;

import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.FrameWriter;
import dev.parley.client.http.Session;
import dev.parley.client.socket.ChatSocket;

/**
 * One socket of a client.
 *
 * @param number a client counts them from 1
 */
record Connection(int number, Session session, ChatSocket socket) {

  /** False where it was not even queued. */
  boolean send(ClientFrame frame) {
    return socket.send(FrameWriter.write(frame));
  }
}
