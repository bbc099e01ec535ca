package dev.parley.client.socket;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One WebSocket. Messages are written in the order of their sending; at most {@value #MOST_WAITING}
 * wait, and further ones are refused. Thread-safe.
 */
public final class ChatSocket {

  private static final int MOST_WAITING = 200;

  private final SocketListener listener;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger waiting = new AtomicInteger();
  private CompletableFuture<WebSocket> written;
  private volatile WebSocket socket;

  public ChatSocket(SocketListener listener) {
    this.listener = listener;
  }

  CompletableFuture<ChatSocket> open(WebSocket.Builder builder, URI endpoint) {
    return builder
        .buildAsync(endpoint, new Incoming())
        .whenComplete(
            (open, failure) -> {
              if (failure != null) {
                end(new ClosedSocket(ClosedSocket.LOST, String.valueOf(failure.getMessage())));
              }
            })
        .thenApply(
            open -> {
              begin(open);
              return this;
            });
  }

  /** By whichever the JDK calls first. */
  private synchronized void begin(WebSocket opened) {
    if (written == null) {
      socket = opened;
      written = CompletableFuture.completedFuture(opened);
    }
  }

  /** The subprotocol that the server chose, or the empty string. */
  public String subprotocol() {
    return socket.getSubprotocol();
  }

  /** False where it was not even queued. */
  public boolean send(String text) {
    return enqueue(open -> open.sendText(text, true));
  }

  /** A part of a text, as a frame of its own. */
  public boolean sendPart(String text, boolean last) {
    return enqueue(open -> open.sendText(text, last));
  }

  public boolean sendBinary(byte... bytes) {
    return enqueue(open -> open.sendBinary(ByteBuffer.wrap(bytes), true));
  }

  private synchronized boolean enqueue(Function<WebSocket, CompletableFuture<WebSocket>> write) {
    if (ended.get() || written == null || waiting.get() >= MOST_WAITING) {
      return false;
    }
    waiting.incrementAndGet();
    written = written.thenCompose(write).whenComplete((open, failure) -> waiting.decrementAndGet());
    return true;
  }

  /** When everything that was sent so far is written; fails where that is not possible. */
  public synchronized CompletableFuture<WebSocket> written() {
    return written;
  }

  /** Whether nothing can be sent or received any more. */
  public boolean isOver() {
    WebSocket open = socket;
    return ended.get() || (open != null && (open.isOutputClosed() || open.isInputClosed()));
  }

  /** Says goodbye (1000) without waiting for the answer. */
  public void close() {
    WebSocket open = socket;
    if (open != null && !open.isOutputClosed()) {
      open.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(failure -> open);
    }
  }

  /** Ends the TCP connection without a close frame, as a lost network does, and tells this code. */
  public void drop(int code) {
    WebSocket open = socket;
    end(new ClosedSocket(code, ""));
    if (open != null) {
      open.abort();
    }
  }

  private void end(ClosedSocket how) {
    if (ended.compareAndSet(false, true)) {
      listener.closed(this, how);
    }
  }

  /** Joins the parts of a message; one call at a time, as the JDK promises. */
  private final class Incoming implements WebSocket.Listener {

    private final StringBuilder partial = new StringBuilder();
    private int binary;

    @Override
    public void onOpen(WebSocket opened) {
      begin(opened);
      if (ended.get()) {
        opened.abort();
        return;
      }
      listener.opened(ChatSocket.this);
      opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      partial.append(part);
      if (last) {
        String text = partial.toString();
        partial.setLength(0);
        listener.received(ChatSocket.this, text);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      binary += part.remaining();
      if (last) {
        listener.receivedBinary(ChatSocket.this, binary);
        binary = 0;
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end(new ClosedSocket(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      end(new ClosedSocket(ClosedSocket.LOST, String.valueOf(error.getMessage())));
    }
  }
}
