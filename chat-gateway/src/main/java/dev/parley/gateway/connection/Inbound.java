package dev.parley.gateway.connection;

import io.netty.channel.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The reading side of one connection. It handles a client's frames one after the other. While one
 * frame waits for a service, the next ones wait here. At {@value #MAX_WAITING} waiting frames it
 * stops reading from the client, and TCP slows the client down. It always keeps everything that a
 * single read returned.
 *
 * <p>Belongs to the channel's event loop, except {@link #isBusy} and {@link #setOpen}.
 */
final class Inbound {

  static final int MAX_WAITING = 64;

  private final Channel channel;
  private final Consumer<Throwable> failed;
  private final Queue<Waiting> waiting = new ArrayDeque<>(1);
  private volatile boolean busy;
  private volatile boolean open = true;

  /** Its turn comes on the Vert.x context that it arrived on. */
  private record Waiting(Supplier<Uni<Void>> handling, Context context) {}

  /**
   * @param failed is told of a handling that failed; the next one follows all the same
   */
  Inbound(Channel channel, Consumer<Throwable> failed) {
    this.channel = channel;
    this.failed = failed;
  }

  /** Handles the frame now, or once everything before it is done. */
  void handle(Supplier<Uni<Void>> handling) {
    if (busy) {
      waiting.add(new Waiting(handling, Vertx.currentContext()));
      read();
    } else {
      begin(handling);
    }
  }

  private void begin(Supplier<Uni<Void>> handling) {
    busy = true;
    Uni.createFrom().deferred(handling::get).subscribe().with(done -> ended(), this::endedBadly);
  }

  private void endedBadly(Throwable failure) {
    failed.accept(failure);
    ended();
  }

  private void ended() {
    if (channel.eventLoop().inEventLoop()) {
      goOn();
    } else {
      channel.eventLoop().execute(this::goOn);
    }
  }

  private void goOn() {
    Waiting next = waiting.poll();
    if (next == null) {
      busy = false;
    } else {
      next.context().runOnContext(turn -> begin(next.handling()));
      read();
    }
  }

  /** Whether something that the client sent is not finished. */
  boolean isBusy() {
    return busy;
  }

  /** While it is not open, it does not read from the client. */
  void setOpen(boolean open) {
    this.open = open;
    channel.eventLoop().execute(this::read);
  }

  private void read() {
    channel.config().setAutoRead(open && waiting.size() < MAX_WAITING);
  }
}
