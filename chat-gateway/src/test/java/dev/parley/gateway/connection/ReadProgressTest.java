package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadProgressTest {

  /** Bytes that the client reads at the next write. */
  private int readable;

  private final EmbeddedChannel channel =
      new EmbeddedChannel() {
        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) {
          waiting.removeBytes(readable);
          readable = 0;
        }
      };

  private final ReadProgress progress = new ReadProgress(channel);

  @Test
  void whereNothingWaitsNobodyStalls() {
    assertEquals(0, progress.stalledNanos(5));
    assertEquals(0, progress.stalledNanos(90));
  }

  @Test
  void whoReadsNothingStallsHoweverMuchMoreIsWritten() {
    write("first");
    assertEquals(0, progress.stalledNanos(10));
    write("second");
    assertEquals(20, progress.stalledNanos(30));
    write("third");
    assertEquals(90, progress.stalledNanos(100));
  }

  @Test
  void whoReadsALittleDoesNot() {
    write("first");
    assertEquals(0, progress.stalledNanos(10));
    readable = 2;
    write("second");
    assertEquals(0, progress.stalledNanos(20));
    assertEquals(5, progress.stalledNanos(25));
    readable = 3;
    write("third");
    assertEquals(0, progress.stalledNanos(30));
  }

  @Test
  void whatIsClosedHasNothingWaiting() {
    write("first");
    channel.close();
    assertEquals(0, progress.stalledNanos(10));
  }

  private void write(String text) {
    channel.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
  }
}
