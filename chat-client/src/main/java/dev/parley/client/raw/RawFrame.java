package dev.parley.client.raw;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A WebSocket frame as a client sends it (RFC 6455, 5.2), right or wrong. */
public final class RawFrame {

  public static final int FIN = 0x80;

  /** The first byte of a whole text. */
  public static final int WHOLE_TEXT = 0x81;

  public static final int CONTINUATION = 0x0;
  public static final int TEXT = 0x1;
  public static final int BINARY = 0x2;
  public static final int CLOSE = 0x8;
  public static final int PING = 0x9;
  public static final int PONG = 0xA;

  private static final int MASKED = 0x80;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;
  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  private final int first;
  private final byte[] payload;

  /**
   * @param first FIN, the reserved bits and the opcode
   */
  public RawFrame(int first, byte[] payload) {
    this.first = first;
    this.payload = payload.clone();
  }

  /** In the shortest form, as a client must. */
  public byte[] bytes() {
    return bytes(shortestForm());
  }

  /** With a longer length than is needed. */
  public byte[] bytesWithLongLength() {
    return bytes(LONG_LENGTH);
  }

  private int shortestForm() {
    int length = payload.length;
    return length < SHORT_LENGTH ? length : length <= 0xffff ? SHORT_LENGTH : LONG_LENGTH;
  }

  private byte[] bytes(int form) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    frame.write(MASKED | form);
    frame.writeBytes(length(form, payload.length));
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ MASK[i % MASK.length]);
    }
    return frame.toByteArray();
  }

  /** Which a client must not send. */
  public byte[] bytesWithoutMask() {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    frame.write(shortestForm());
    frame.writeBytes(length(shortestForm(), payload.length));
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** A head that announces so much; no payload. */
  public static byte[] head(int first, long length) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    frame.write(MASKED | LONG_LENGTH);
    frame.writeBytes(length(LONG_LENGTH, length));
    frame.writeBytes(MASK);
    return frame.toByteArray();
  }

  private static byte[] length(int form, long length) {
    return switch (form) {
      case SHORT_LENGTH -> ByteBuffer.allocate(Short.BYTES).putShort((short) length).array();
      case LONG_LENGTH -> ByteBuffer.allocate(Long.BYTES).putLong(length).array();
      default -> new byte[0];
    };
  }
}
