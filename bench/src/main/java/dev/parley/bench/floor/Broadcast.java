package dev.parley.bench.floor;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Relays to everybody. Frames that arrive together go into one contiguous buffer, which is written
 * and flushed once for each channel.
 */
final class Broadcast implements Relay {

  private static final int MOST_FRAMES_PER_RUN = 64;

  private final EventLoop loop;
  private final FloorFrame frame;
  private final Set<Channel> channels = new LinkedHashSet<>();
  private int waiting;
  private boolean scheduled;

  Broadcast(EventLoop loop, FloorFrame frame) {
    this.loop = loop;
    this.frame = frame;
  }

  @Override
  public void opened(Channel channel) {
    channels.add(channel);
  }

  @Override
  public void received(Channel from) {
    waiting++;
    schedule();
  }

  @Override
  public void closed(Channel channel) {
    channels.remove(channel);
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      loop.execute(this::run);
    }
  }

  private void run() {
    scheduled = false;
    int frames = Math.min(waiting, MOST_FRAMES_PER_RUN);
    waiting -= frames;
    ByteBuf all = copies(frames);
    channels.forEach(
        channel -> channel.writeAndFlush(all.retainedDuplicate(), channel.voidPromise()));
    all.release();
    if (waiting > 0) {
      schedule();
    }
  }

  private ByteBuf copies(int frames) {
    ByteBuf all = PooledByteBufAllocator.DEFAULT.directBuffer(frames * frame.length());
    for (int i = 0; i < frames; i++) {
      frame.writeTo(all);
    }
    return all;
  }
}
