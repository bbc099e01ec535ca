package dev.parley.gateway.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another implementation reads is what was written, at every size of the length field. */
class EncodedFrameTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 200_000})
  void isReadBackByAnotherImplementation(int length) {
    String text = "a".repeat(length);
    ByteBuf bytes = EncodedFrame.ofJson(text).view();
    EmbeddedChannel reader =
        new EmbeddedChannel(new WebSocket13FrameDecoder(false, false, 1_000_000));
    assertTrue(reader.writeInbound(Unpooled.copiedBuffer(bytes)));
    TextWebSocketFrame frame = reader.readInbound();
    assertTrue(frame.isFinalFragment());
    assertEquals(text, frame.text());
  }
}
