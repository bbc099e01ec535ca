package dev.parley.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;

/** What stands between a channel and the WebSocket layer, which answers pings by itself. */
final class FrameFilters {

  private FrameFilters() {}

  /**
   * Before the upgrade, on the event loop, so that no frame comes past them; what is no WebSocket
   * frame is none of their business. A client may try an upgrade again after one that failed.
   */
  static void install(Channel channel) {
    ChannelPipeline handlers = channel.pipeline();
    ChannelHandlerContext webSockets = handlers.lastContext();
    boolean isClosedAlready = webSockets == null;
    if (!isClosedAlready && handlers.get(EmptyBeginning.class) == null) {
      handlers.addBefore(webSockets.name(), null, new EmptyBeginning());
      handlers.addBefore(webSockets.name(), null, new PingLimit());
    }
  }
}
