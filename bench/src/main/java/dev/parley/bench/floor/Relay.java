package dev.parley.bench.floor;

import io.netty.channel.Channel;

/** Passes on incoming frames, on the only event loop. */
interface Relay {

  void opened(Channel channel);

  /** A text frame arrived. Its content does not matter. */
  void received(Channel from);

  void closed(Channel channel);
}
