package dev.parley.gateway.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;

/**
 * Leaves pings unanswered while as much waits for the client as may: the pongs of one that does not
 * read would pile up without a bound. RFC 6455 (5.5.3) allows to answer only the latest ping.
 */
final class PingLimit extends ChannelInboundHandlerAdapter {

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof PingWebSocketFrame ping && !context.channel().isWritable()) {
      ping.release();
    } else {
      context.fireChannelRead(message);
    }
  }
}
