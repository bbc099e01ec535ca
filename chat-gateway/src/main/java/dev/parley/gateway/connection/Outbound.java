package dev.parley.gateway.connection;

import dev.parley.gateway.frame.EncodedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The writing side of one connection. Ready frames go straight to its channel, bypassing the
 * WebSocket layer, and many share one flush. You may call the public methods from any thread. The
 * others belong to the channel's event loop.
 */
final class Outbound {

  private static final Logger LOG = Logger.getLogger(Outbound.class);

  private final Shard shard;
  private final Channel channel;
  private final Wire wire;
  private final WebSocketConnection socket;
  private final ConnectionConfig config;

  private final ReadProgress progress;
  private List<EncodedFrame> beforeOpening = new ArrayList<>();
  private long bytesBeforeOpening;
  private boolean closing;
  private boolean awaitsFlush;

  Outbound(Shard shard, Channel channel, WebSocketConnection socket, ConnectionConfig config) {
    this.shard = shard;
    this.channel = channel;
    this.wire = new Wire(channel, Math.toIntExact(config.maxQueuedBytes().asLongValue()));
    this.socket = socket;
    this.config = config;
    this.progress = new ReadProgress(channel);
  }

  public void send(EncodedFrame frame) {
    shard.send(this, frame);
  }

  public void greet(EncodedFrame first) {
    shard.execute(
        () -> {
          sendAhead(first);
          sendHeld();
        });
  }

  /** Ahead of all that waits, which goes on waiting. */
  public void welcome(EncodedFrame first) {
    shard.execute(
        () -> {
          sendAhead(first);
          flush();
        });
  }

  public void open() {
    shard.execute(this::sendHeld);
  }

  /** On the event loop. */
  void later(Duration time, Runnable task) {
    channel.eventLoop().schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  public void close(Closing closing) {
    shard.execute(() -> startClosing(closing));
  }

  private void sendAhead(EncodedFrame first) {
    if (!closing) {
      write(first.view());
    }
  }

  private void sendHeld() {
    List<EncodedFrame> held = beforeOpening;
    beforeOpening = null;
    bytesBeforeOpening = 0;
    held.forEach(this::write);
    flush();
  }

  /** All events of the burst at once. A connection that is in an audience is open. */
  void writeEvents(Burst burst) {
    if (!closing) {
      writeShared(burst.bytes());
    }
  }

  /** Without a flush; the shard flushes once for many frames. */
  void write(EncodedFrame frame) {
    if (closing) {
      return;
    }
    if (isOpen()) {
      write(frame.view());
    } else {
      holdUntilOpen(frame);
    }
  }

  boolean isOpen() {
    return beforeOpening == null;
  }

  /** The same once it is open, from a buffer that many connections share. */
  void write(EncodedFrame frame, ByteBuf shared) {
    if (!closing) {
      writeShared(shared);
    }
  }

  private void write(ByteBuf frames) {
    wire.write(frames);
    checkRoom();
  }

  private void writeShared(ByteBuf frames) {
    wire.writeShared(frames);
    checkRoom();
  }

  private void checkRoom() {
    if (wire.isUnflushed() && wire.isFull()) {
      startClosing(Closing.TOO_SLOW);
    }
  }

  private void holdUntilOpen(EncodedFrame frame) {
    beforeOpening.add(frame);
    bytesBeforeOpening += frame.length();
    if (bytesBeforeOpening > config.maxQueuedBytes().asLongValue()) {
      startClosing(Closing.TOO_SLOW);
    }
  }

  Shard shard() {
    return shard;
  }

  /** Whether something waits for {@link #flush}; false the second time. */
  boolean becomesUnflushed() {
    boolean became = wire.isUnflushed() && !awaitsFlush;
    awaitsFlush |= became;
    return became;
  }

  void flush() {
    awaitsFlush = false;
    wire.flush();
  }

  /**
   * The close comes after everything that is queued. A client that never reads it is cut in time.
   */
  void startClosing(Closing reason) {
    if (closing) {
      return;
    }
    closing = true;
    shard.closing(reason);
    LOG.debugf("Closing %s: %s", socket.id(), reason);
    if (socket.isOpen()) {
      socket.close(reason.reason()).subscribe().with(closed -> {}, failure -> cutOff());
    } else {
      cutOff();
    }
    channel
        .eventLoop()
        .schedule(this::cutOff, config.closeWithin().toMillis(), TimeUnit.MILLISECONDS);
  }

  void cutOff() {
    wire.cutOff();
  }

  /**
   * Called once a second: closes the connection if its client has read nothing for too long, or has
   * too much to read. Not all that waits is of this class: the WebSocket layer answers pings.
   */
  void checkProgress(long nowNanos) {
    boolean isStalled = progress.stalledNanos(nowNanos) > config.stalledAfter().toNanos();
    if (isStalled || wire.isFull()) {
      startClosing(Closing.TOO_SLOW);
    }
  }

  /** What waits for the client, here and in its channel. */
  long queuedBytes() {
    return wire.pendingBytes() + bytesBeforeOpening;
  }
}
