package dev.parley.bench.floor;

import io.netty.channel.Channel;

/** Passes on what comes. On the one event loop. */
interface Relay {

  void opened(Channel channel);

  /** A text frame came, whatever is in it. */
  void received(Channel from);

  void closed(Channel channel);
}
