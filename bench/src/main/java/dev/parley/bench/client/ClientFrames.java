package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Frames in the form that a client must send: final and masked. The mask is zero, which is allowed
 * and leaves the payload unchanged.
 */
final class ClientFrames {

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int MOST_7_BIT = 125;
  private static final int IS_16_BIT = 126;
  private static final int NO_MASK = 0;
  private static final int LONGEST_HEADER = 8;

  private ClientFrames() {}

  /** A payload has at most 65,535 bytes. */
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
