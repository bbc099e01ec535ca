package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;

/**
 * Reads the frames of a server (RFC 6455, section 5.2): unmasked, with a length of 7, 16 or 64
 * bits. It allocates no objects.
 */
final class FrameReader {

  private static final int OPCODE = 0x0F;
  private static final int LENGTH = 0x7F;
  private static final int SHORT_HEADER = 2;
  private static final int HEADER_16_BIT = 4;
  private static final int HEADER_64_BIT = 10;
  private static final int IS_16_BIT = 126;
  private static final int IS_64_BIT = 127;

  /** Takes the frames. */
  interface Sink {
    /** The payload begins at {@code start} in {@code bytes}, which are valid during the call. */
    void frame(int opcode, ByteBuf bytes, int start, int length);
  }

  private FrameReader() {}

  /** Passes on every complete frame, and leaves the rest. */
  static void read(ByteBuf in, Sink sink) {
    int at = in.readerIndex();
    int end = in.writerIndex();
    while (end - at >= SHORT_HEADER) {
      int short7 = in.getByte(at + 1) & LENGTH;
      int header = headerLength(short7);
      if (end - at < header) {
        break;
      }
      long length = length(in, at, short7);
      if (end - at - header < length) {
        break;
      }
      sink.frame(in.getByte(at) & OPCODE, in, at + header, (int) length);
      at += header + (int) length;
    }
    in.readerIndex(at);
  }

  private static int headerLength(int short7) {
    return switch (short7) {
      case IS_16_BIT -> HEADER_16_BIT;
      case IS_64_BIT -> HEADER_64_BIT;
      default -> SHORT_HEADER;
    };
  }

  private static long length(ByteBuf in, int at, int short7) {
    return switch (short7) {
      case IS_16_BIT -> in.getUnsignedShort(at + SHORT_HEADER);
      case IS_64_BIT -> in.getLong(at + SHORT_HEADER);
      default -> short7;
    };
  }
}
