package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Frames as a client has to send them: final and masked. The mask is zero, which is one of those
 * that are allowed and leaves the payload as it is.
 */
final class ClientFrames {

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int MOST_7_BIT = 125;
  private static final int IS_16_BIT = 126;
  private static final int NO_MASK = 0;
  private static final int LONGEST_HEADER = 8;

  private ClientFrames() {}

  /** Payloads have up to 65,535 bytes. */
  static ByteBuf of(int opcode, byte[] payload, ByteBufAllocator allocator) {
    ByteBuf frame = allocator.directBuffer(LONGEST_HEADER + payload.length);
    frame.writeByte(FINAL | opcode);
    if (payload.length <= MOST_7_BIT) {
      frame.writeByte(MASKED | payload.length);
    } else {
      frame.writeByte(MASKED | IS_16_BIT).writeShort(payload.length);
    }
    return frame.writeInt(NO_MASK).writeBytes(payload);
  }
}
