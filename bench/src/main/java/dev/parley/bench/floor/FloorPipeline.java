package dev.parley.bench.floor;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;

/** Netty's own handshake and frame decoder, then the relay. */
final class FloorPipeline extends ChannelInitializer<Channel> {

  private static final int MOST_REQUEST_BYTES = 8 * 1024;
  private static final int MOST_FRAME_BYTES = 64 * 1024;

  private final Relay relay;

  FloorPipeline(Relay relay) {
    this.relay = relay;
  }

  @Override
  protected void initChannel(Channel channel) {
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(),
            new HttpObjectAggregator(MOST_REQUEST_BYTES),
            new WebSocketServerProtocolHandler("/ws", null, false, MOST_FRAME_BYTES, false, true),
            new Ends(relay));
  }

  private static final class Ends extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final Relay relay;

    Ends(Relay relay) {
      this.relay = relay;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event instanceof HandshakeComplete) {
        relay.opened(context.channel());
      }
      super.userEventTriggered(context, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      relay.received(context.channel());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
      relay.closed(context.channel());
      super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
