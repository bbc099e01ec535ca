package dev.parley.bench.floor;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Relays to one other channel, at random. Frames that are written together are flushed together.
 */
final class RandomRelay implements Relay {

  private final EventLoop loop;
  private final FloorFrame frame;
  private final Random random = new Random(1);
  private final List<Channel> channels = new ArrayList<>();
  private final Set<Channel> unflushed = new LinkedHashSet<>();

  RandomRelay(EventLoop loop, FloorFrame frame) {
    this.loop = loop;
    this.frame = frame;
  }

  @Override
  public void opened(Channel channel) {
    channels.add(channel);
  }

  @Override
  public void received(Channel from) {
    Channel other = another(from);
    other.write(frame.view(), other.voidPromise());
    if (unflushed.isEmpty()) {
      loop.execute(this::flush);
    }
    unflushed.add(other);
  }

  private Channel another(Channel from) {
    Channel drawn = channels.get(random.nextInt(channels.size()));
    return drawn.equals(from) && channels.size() > 1 ? another(from) : drawn;
  }

  @Override
  public void closed(Channel channel) {
    channels.remove(channel);
    unflushed.remove(channel);
  }

  private void flush() {
    unflushed.forEach(Channel::flush);
    unflushed.clear();
  }
}
