package dev.parley.chaos.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One WebSocket. Frames are written in the order of {@link #send}; at most {@value #MOST_WAITING}
 * wait, and further ones are refused. The end is told once.
 */
final class Socket implements WebSocket.Listener {

  static final int ABNORMAL = 1006;

  /** No code of the protocol: the client itself let go. */
  static final int OWN_DROP = 0;

  private static final int MOST_WAITING = 200;

  /** What happens to a socket; called by any thread, one at a time until the end. */
  interface Events {
    void opened(Socket socket);

    void received(Socket socket, String frame);

    void closed(Socket socket, int code);
  }

  private final int connection;
  private final Login login;
  private final Events events;
  private final StringBuilder partial = new StringBuilder();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger waiting = new AtomicInteger();
  private CompletableFuture<WebSocket> written;
  private volatile WebSocket socket;

  Socket(int connection, Login login, Events events) {
    this.connection = connection;
    this.login = login;
    this.events = events;
  }

  int connection() {
    return connection;
  }

  Login login() {
    return login;
  }

  @Override
  public void onOpen(WebSocket opened) {
    synchronized (this) {
      socket = opened;
      written = CompletableFuture.completedFuture(opened);
    }
    if (ended.get()) {
      opened.abort();
      return;
    }
    events.opened(this);
    opened.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String frame = partial.toString();
      partial.setLength(0);
      events.received(this, frame);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end(ABNORMAL);
  }

  /** False where it was not even queued. */
  synchronized boolean send(String frame) {
    if (ended.get() || written == null || waiting.get() >= MOST_WAITING) {
      return false;
    }
    waiting.incrementAndGet();
    written =
        written
            .thenCompose(open -> open.sendText(frame, true))
            .whenComplete((open, failure) -> waiting.decrementAndGet());
    return true;
  }

  /** Ends the TCP connection without a close frame, and tells this code. */
  void abort(int code) {
    WebSocket open = socket;
    end(code);
    if (open != null) {
      open.abort();
    }
  }

  private void end(int code) {
    if (ended.compareAndSet(false, true)) {
      events.closed(this, code);
    }
  }
}
