package dev.parley.bench.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

  private final List<String> frames = new ArrayList<>();

  private void read(ByteBuf in) {
    FrameReader.read(
        in,
        (opcode, bytes, start, length) ->
            frames.add(opcode + bytes.toString(start, length, StandardCharsets.US_ASCII)));
  }

  @Test
  void severalFramesThatCameTogetherAreReadOneAfterTheOther() {
    ByteBuf in = Unpooled.buffer();
    frame(in, "one");
    frame(in, "two");
    read(in);
    assertEquals(List.of("1one", "1two"), frames);
    assertEquals(0, in.readableBytes());
  }

  @Test
  void everyLengthIsUnderstood() {
    for (int length : new int[] {0, 125, 126, 65_535, 65_536}) {
      ByteBuf in = Unpooled.buffer();
      frame(in, "x".repeat(length));
      read(in);
      assertEquals(length + 1, frames.getLast().length());
    }
  }

  @Test
  void aFrameIsReadOnceItIsComplete() {
    ByteBuf whole = Unpooled.buffer();
    frame(whole, "x".repeat(300));
    ByteBuf in = Unpooled.buffer();
    while (whole.isReadable()) {
      assertEquals(List.of(), frames);
      in.writeByte(whole.readByte());
      read(in);
    }
    assertEquals(1, frames.size());
  }

  @Test
  void whatAClientSendsIsMaskedAndStillTheSameText() {
    ByteBuf sent =
        ClientFrames.of(
            Opcode.TEXT, "hello".getBytes(StandardCharsets.US_ASCII), Unpooled.buffer().alloc());
    assertEquals(0x81, sent.readUnsignedByte());
    assertEquals(0x80 | 5, sent.readUnsignedByte());
    assertEquals(0, sent.readInt());
    assertEquals("hello", sent.toString(StandardCharsets.US_ASCII));
    sent.release();
  }

  private static void frame(ByteBuf target, String text) {
    target.writeByte(0x81);
    if (text.length() <= 125) {
      target.writeByte(text.length());
    } else if (text.length() <= 65_535) {
      target.writeByte(126).writeShort(text.length());
    } else {
      target.writeByte(127).writeLong(text.length());
    }
    target.writeCharSequence(text, StandardCharsets.US_ASCII);
  }
}
