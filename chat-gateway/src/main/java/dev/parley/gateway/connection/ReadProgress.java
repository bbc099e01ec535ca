package dev.parley.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Since when a client has read nothing of what waits for it: as long as the first thing that waits
 * stays the same, and as much of it. Belongs to the channel's event loop.
 */
final class ReadProgress {

  private final Channel channel;
  private Object first;
  private long firstBytesSent;
  private long sinceNanos;

  ReadProgress(Channel channel) {
    this.channel = channel;
  }

  /** To be asked again and again: how long nothing was read, as far as was asked. */
  @SuppressWarnings("ReferenceEquality") // Whether it is the very same, not one that looks like it.
  long stalledNanos(long nowNanos) {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    Object waiting = buffer == null ? null : buffer.current();
    long sent = waiting == null ? 0 : buffer.currentProgress();
    if (waiting == null || waiting != first || sent != firstBytesSent) {
      first = waiting;
      firstBytesSent = sent;
      sinceNanos = nowNanos;
    }
    return nowNanos - sinceNanos;
  }
}
