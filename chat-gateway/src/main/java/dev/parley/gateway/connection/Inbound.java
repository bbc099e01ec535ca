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
 * The reading side of one connection: what its client sends is handled one frame after the other.
 * While one waits for a service the next ones wait here; from {@value #MAX_WAITING} on nothing more
 * is read of the client, and TCP slows it down. What one reading brought is held in any case.
 *
 * <p>Belongs to the channel's event loop, but for {@link #isBusy} and {@link #setOpen}.
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

  /** Handles it now, or when all that came before is done. */
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

  /** While it is not, nothing is read of the client. */
  void setOpen(boolean open) {
    this.open = open;
    channel.eventLoop().execute(this::read);
  }

  private void read() {
    channel.config().setAutoRead(open && waiting.size() < MAX_WAITING);
  }
}
