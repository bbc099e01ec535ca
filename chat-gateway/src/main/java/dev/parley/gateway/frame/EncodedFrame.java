package dev.parley.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * One WebSocket text frame, or several, as the bytes that go to the network (RFC 6455, section 5.2:
 * final, text, unmasked). Encoded once, shared by every connection that gets it; immutable and
 * thread-safe.
 */
public final class EncodedFrame {

  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final int MAX_7_BIT = 125;
  private static final int MAX_16_BIT = 0xFFFF;

  private final ByteBuf bytes;

  private EncodedFrame(ByteBuf bytes) {
    this.bytes = bytes;
  }

  /**
   * A frame with this text.
   *
   * @param json in UTF-8
   */
  static EncodedFrame of(byte[] json) {
    ByteBuf header = Unpooled.buffer(10).writeByte(FINAL_TEXT);
    if (json.length <= MAX_7_BIT) {
      header.writeByte(json.length);
    } else if (json.length <= MAX_16_BIT) {
      header.writeByte(126).writeShort(json.length);
    } else {
      header.writeByte(127).writeLong(json.length);
    }
    byte[] all = new byte[header.readableBytes() + json.length];
    int headerLength = header.readableBytes();
    header.readBytes(all, 0, headerLength);
    System.arraycopy(json, 0, all, headerLength, json.length);
    return new EncodedFrame(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(all)).asReadOnly());
  }

  /** Makes the frame of a text that is JSON already, as it comes from another gateway. */
  public static EncodedFrame ofJson(String json) {
    return of(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Two frames, one directly after the other. */
  public static EncodedFrame ofJson(String first, String second) {
    return new EncodedFrame(
        Unpooled.unreleasableBuffer(
                Unpooled.copiedBuffer(ofJson(first).view(), ofJson(second).view()))
            .asReadOnly());
  }

  /** A view to write to one channel. */
  public ByteBuf view() {
    return bytes.duplicate();
  }

  /**
   * As the network wants it, for many channels: each of them retains it, the caller releases it.
   */
  public ByteBuf copyForSharing(ByteBufAllocator allocator) {
    return allocator.directBuffer(length()).writeBytes(view());
  }

  public int length() {
    return bytes.readableBytes();
  }
}
