package dev.parley.stack.edge;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;

/** The server's time limit for connections on which nothing happens. */
final class IdleLimit {

  /** The name that Vert.x gives to its handler. */
  private static final String HANDLER = "idle";

  private IdleLimit() {}

  /** WebSockets may be silent for hours; the gateways find the dead ones by their pings. */
  static void lift(NetSocket socket) {
    ChannelPipeline pipeline = ((NetSocketInternal) socket).channelHandlerContext().pipeline();
    if (pipeline.get(HANDLER) != null) {
      pipeline.remove(HANDLER);
    }
  }
}
