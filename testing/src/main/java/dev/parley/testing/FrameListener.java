package dev.parley.testing;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** Joins the parts of a frame and hands it on; one call at a time, as the JDK promises. */
final class FrameListener implements WebSocket.Listener {

  /** What a client sees where the connection ends without a close frame (RFC 6455, 7.1.5). */
  static final int CONNECTION_LOST = 1006;

  private final ReceivedFrames received;
  private final SocketObserver observer;
  private final StringBuilder parts = new StringBuilder();

  FrameListener(ReceivedFrames received, SocketObserver observer) {
    this.received = received;
    this.observer = observer;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    parts.append(part);
    if (last) {
      observer.received(received.add(parts.toString()));
      parts.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    received.add("a binary frame of " + part.remaining() + " bytes");
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    ended(new ClosedSocket(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ended(new ClosedSocket(CONNECTION_LOST, String.valueOf(error.getMessage())));
  }

  private void ended(ClosedSocket how) {
    received.closed(how);
    observer.closed(how);
  }
}
