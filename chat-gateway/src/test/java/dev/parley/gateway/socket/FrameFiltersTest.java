package dev.parley.gateway.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** G7, G8: what of a client's frames does not reach the WebSocket layer as it came. */
class FrameFiltersTest {

  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());

  FrameFiltersTest() {
    FrameFilters.install(channel);
  }

  @Test
  void aMessageThatBeginsWithNothingBeginsWithItsFirstContent() {
    comes(new TextWebSocketFrame(false, 0, ""));
    comes(new ContinuationWebSocketFrame(false, 0, ""));
    assertNull(passed());
    comes(new ContinuationWebSocketFrame(false, 0, "hel"));
    comes(new ContinuationWebSocketFrame(true, 0, "lo"));
    assertFrame(TextWebSocketFrame.class, false, "hel");
    assertFrame(ContinuationWebSocketFrame.class, true, "lo");
    comes(new TextWebSocketFrame(true, 0, "next"));
    assertFrame(TextWebSocketFrame.class, true, "next");
  }

  @Test
  void aBinaryMessageStaysOne() {
    comes(new BinaryWebSocketFrame(false, 0, Unpooled.EMPTY_BUFFER));
    comes(new ContinuationWebSocketFrame(true, 0, "bytes"));
    assertFrame(BinaryWebSocketFrame.class, true, "bytes");
  }

  @Test
  void aMessageOfNothingAtAllIsOne() {
    comes(new TextWebSocketFrame(false, 0, ""));
    comes(new ContinuationWebSocketFrame(true, 0, ""));
    assertFrame(TextWebSocketFrame.class, true, "");
  }

  @Test
  void aPingBetweenItsPartsIsAnswered() {
    comes(new TextWebSocketFrame(false, 0, ""));
    comes(new PingWebSocketFrame(bytes("p")));
    assertFrame(PingWebSocketFrame.class, true, "p");
    comes(new ContinuationWebSocketFrame(true, 0, "text"));
    assertFrame(TextWebSocketFrame.class, true, "text");
  }

  @Test
  void aPingIsLeftUnansweredWhileTooMuchWaits() {
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 2));
    channel.write(bytes("nobody reads this"));
    ByteBuf content = bytes("p");
    comes(new PingWebSocketFrame(content));
    assertNull(passed());
    assertEquals(0, content.refCnt());
    channel.flush();
    comes(new PingWebSocketFrame(bytes("p")));
    assertFrame(PingWebSocketFrame.class, true, "p");
  }

  @Test
  void anUpgradeThatIsTriedAgainAddsNothing() {
    int before = channel.pipeline().names().size();
    FrameFilters.install(channel);
    assertEquals(before, channel.pipeline().names().size());
  }

  @Test
  void aChannelThatIsClosedAlreadyIsLeftAlone() {
    channel.close();
    channel.runPendingTasks();
    FrameFilters.install(channel);
    assertTrue(!channel.isOpen());
  }

  private void comes(WebSocketFrame frame) {
    channel.writeInbound(frame);
  }

  private Object passed() {
    return channel.readInbound();
  }

  private void assertFrame(Class<? extends WebSocketFrame> type, boolean isLast, String content) {
    WebSocketFrame frame = assertInstanceOf(type, passed());
    assertEquals(isLast, frame.isFinalFragment());
    assertEquals(content, frame.content().toString(StandardCharsets.UTF_8));
    frame.release();
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }
}
