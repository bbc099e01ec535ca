package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Finds a piece of text in frames of a kind. It looks first at the position in the previous frame,
 * so frames of the same shape cost a comparison instead of a search.
 */
final class Marker {

  private static final int NOWHERE = -1;

  private final byte[] text;
  private int hint;

  Marker(String text) {
    this.text = text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The end of the text, searched from {@code start} on; negative if it is not there. */
  int after(ByteBuf bytes, int start, int length) {
    if (isAt(bytes, start, length, hint)) {
      return start + hint + text.length;
    }
    int found = search(bytes, start, length);
    if (found == NOWHERE) {
      return NOWHERE;
    }
    hint = found;
    return start + found + text.length;
  }

  private int search(ByteBuf bytes, int start, int length) {
    for (int offset = 0; offset <= length - text.length; offset++) {
      if (isAt(bytes, start, length, offset)) {
        return offset;
      }
    }
    return NOWHERE;
  }

  private boolean isAt(ByteBuf bytes, int start, int length, int offset) {
    if (offset + text.length > length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes.getByte(start + offset + i) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
