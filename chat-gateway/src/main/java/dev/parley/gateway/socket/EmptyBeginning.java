package dev.parley.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/**
 * Lets the first frame of a message be empty, which RFC 6455 (5.4) allows: Vert.x would lose the
 * message, and the next one would break in the middle of it. The first frame that is not empty, or
 * is the last, begins the message instead.
 */
final class EmptyBeginning extends ChannelInboundHandlerAdapter {

  /** What the message that has begun with nothing will be; null where none has. */
  private Kind begun;

  @FunctionalInterface
  private interface Kind {
    WebSocketFrame frame(boolean isLast, int reservedBits, ByteBuf content);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case TextWebSocketFrame text when isEmptyPart(text) -> begin(text, TextWebSocketFrame::new);
      case BinaryWebSocketFrame binary when isEmptyPart(binary) ->
          begin(binary, BinaryWebSocketFrame::new);
      case ContinuationWebSocketFrame next when begun != null -> goOn(context, next);
      default -> context.fireChannelRead(message);
    }
  }

  private static boolean isEmptyPart(WebSocketFrame frame) {
    return !frame.isFinalFragment() && !frame.content().isReadable();
  }

  private void begin(WebSocketFrame empty, Kind kind) {
    begun = kind;
    empty.release();
  }

  private void goOn(ChannelHandlerContext context, WebSocketFrame next) {
    if (isEmptyPart(next)) {
      next.release();
      return;
    }
    Kind kind = begun;
    begun = null;
    context.fireChannelRead(kind.frame(next.isFinalFragment(), next.rsv(), next.content()));
  }
}
