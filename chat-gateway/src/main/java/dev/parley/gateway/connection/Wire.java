package dev.parley.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;

/**
 * Writes ready frames to one client. It bypasses all handlers of the channel except encryption,
 * because they have nothing to do with such frames. Data for many clients goes straight into the
 * socket if nothing waits before it: with thousands of connections, every object on the way costs
 * more than the work itself. Belongs to the channel's event loop.
 */
final class Wire {

  private final Channel channel;

  /** Null if the bytes have to go through the channel. */
  private final Socket socket;

  private final boolean encrypted;
  private boolean unflushed;

  /**
   * @param maxQueuedBytes of which more may not wait for the client
   */
  Wire(Channel channel, int maxQueuedBytes) {
    this.channel = channel;
    this.encrypted = channel.pipeline().get(SslHandler.class) != null;
    this.socket = encrypted ? null : socketOf(channel);
    channel
        .config()
        .setWriteBufferWaterMark(new WriteBufferWaterMark(maxQueuedBytes / 2, maxQueuedBytes));
  }

  private static Socket socketOf(Channel channel) {
    return channel instanceof UnixChannel unix && unix.fd() instanceof Socket socket
        ? socket
        : null;
  }

  /** Waits for {@link #flush}; the bytes are released when they are sent. */
  void write(ByteBuf bytes) {
    unflushed = true;
    if (encrypted) {
      channel.write(bytes, channel.voidPromise());
    } else {
      channel.unsafe().write(bytes, channel.voidPromise());
    }
  }

  /** Sends as much as the socket takes at once. The rest waits for {@link #flush}. */
  void writeShared(ByteBuf bytes) {
    int length = bytes.readableBytes();
    int sent = mayOvertakeChannel(bytes) ? send(bytes, length) : 0;
    if (sent < length) {
      write(bytes.retainedSlice(bytes.readerIndex() + sent, length - sent));
    }
  }

  private boolean mayOvertakeChannel(ByteBuf bytes) {
    return socket != null && socket.isOpen() && pendingBytes() == 0 && bytes.hasMemoryAddress();
  }

  private int send(ByteBuf bytes, int length) {
    int from = bytes.readerIndex();
    try {
      return socket.sendAddress(bytes.memoryAddress(), from, from + length);
    } catch (IOException e) {
      cutOff();
      return length;
    }
  }

  /**
   * Ends the connection at once. If the channel's handlers closed it, they would first send a close
   * frame, and so wait for a client that reads nothing.
   */
  void cutOff() {
    channel.unsafe().close(channel.voidPromise());
  }

  /** Whether something waits for {@link #flush}. */
  boolean isUnflushed() {
    return unflushed;
  }

  void flush() {
    if (!unflushed) {
      return;
    }
    unflushed = false;
    if (encrypted) {
      channel.flush();
    } else {
      channel.unsafe().flush();
    }
  }

  /** Whether more data waits for the client than the limit allows. */
  boolean isFull() {
    return !channel.isWritable();
  }

  /** The data that waits for the client, flushed or not. */
  long pendingBytes() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }
}
