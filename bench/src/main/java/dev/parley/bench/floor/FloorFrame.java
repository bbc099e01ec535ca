package dev.parley.bench.floor;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** One text frame, encoded once and as long as Parley's. Every message is this frame. */
final class FloorFrame {

  private static final int MOST_7_BIT = 125;
  private static final int IS_16_BIT = 126;
  private static final int FINAL_TEXT = 0x81;
  private static final int HEADER = 4;
  private static final int SHORT_HEADER = 2;
  private static final String BEGIN = "{\"type\":\"chat\",\"content\":\"";
  private static final String END = "\"}";

  private final ByteBuf bytes;

  private FloorFrame(ByteBuf bytes) {
    this.bytes = Unpooled.unreleasableBuffer(bytes);
  }

  /**
   * @param length length of the whole frame, including its header
   */
  static FloorFrame ofBytes(int length) {
    boolean isShort = length - SHORT_HEADER <= MOST_7_BIT;
    byte[] json = json(length - (isShort ? SHORT_HEADER : HEADER));
    ByteBuf frame = Unpooled.directBuffer(length).writeByte(FINAL_TEXT);
    if (isShort) {
      frame.writeByte(json.length);
    } else {
      frame.writeByte(IS_16_BIT).writeShort(json.length);
    }
    return new FloorFrame(frame.writeBytes(json));
  }

  private static byte[] json(int length) {
    int filler = Math.max(0, length - BEGIN.length() - END.length());
    return (BEGIN + "x".repeat(filler) + END).getBytes(StandardCharsets.US_ASCII);
  }

  int length() {
    return bytes.readableBytes();
  }

  void writeTo(ByteBuf target) {
    target.writeBytes(bytes, bytes.readerIndex(), length());
  }

  /** A view to write to one channel. */
  ByteBuf view() {
    return bytes.duplicate();
  }
}
