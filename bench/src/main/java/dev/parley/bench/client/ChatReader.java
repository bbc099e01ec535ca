package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;

/**
 * Finds the parts of a {@code chat} or {@code chat_sent} frame that matter in its raw bytes,
 * without parsing.
 */
final class ChatReader {

  static final long GLOBAL = 0;

  private static final int DIRECT_PREFIX = "dm-".length();
  private static final int ROOM_PREFIX = "room-".length();
  private static final int LOW_SHIFT = 32;

  private final Marker seq = new Marker("\"seq\":");
  private final Marker content = new Marker("\"content\":\"" + Content.MARK);
  private final Marker conversation = new Marker("\"conversation\":\"");

  long seq(ByteBuf bytes, int start, int length) {
    return Digits.read(bytes, required(seq, bytes, start, length));
  }

  /**
   * {@link #GLOBAL}, or the two ids of a direct conversation as one number, or the negative id of a
   * room.
   */
  long conversation(ByteBuf bytes, int start, int length) {
    int at = required(conversation, bytes, start, length);
    if (bytes.getByte(at) == 'g') {
      return GLOBAL;
    }
    if (bytes.getByte(at) == 'r') {
      return -Digits.read(bytes, at + ROOM_PREFIX);
    }
    int low = at + DIRECT_PREFIX;
    int high = Digits.end(bytes, low) + 1;
    return Digits.read(bytes, low) << LOW_SHIFT | Digits.read(bytes, high);
  }

  /** The time in {@link Content}'s clock; negative if the content is not the benchmark's. */
  long sentAt(ByteBuf bytes, int start, int length) {
    int at = content.after(bytes, start, length);
    return at < 0 ? at : Digits.read(bytes, at);
  }

  /** The number of the client that sent it; negative if the content is not the benchmark's. */
  long sender(ByteBuf bytes, int start, int length) {
    int at = content.after(bytes, start, length);
    return at < 0 ? at : Digits.read(bytes, at + Content.TIME_WIDTH + 1);
  }

  private static int required(Marker marker, ByteBuf bytes, int start, int length) {
    int at = marker.after(bytes, start, length);
    if (at < 0) {
      throw new VoidedException("a chat frame has no seq or no conversation");
    }
    return at;
  }
}
