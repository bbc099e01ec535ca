package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import java.util.BitSet;

/**
 * The users who are online according to one client: the numbers at the end of names, found without
 * parsing.
 */
final class Roster {

  /** Every benchmark user is called {@code bench00012}. */
  static final String NAME_PREFIX = "bench";

  private static final byte[] NAME = {'"', 'b', 'e', 'n', 'c', 'h'};
  private static final byte[] LEFT = {'"', 'l', 'e', 'f', 't', '"'};
  private static final byte[] FULL = {'"', 'f', 'u', 'l', 'l', '"'};
  private static final byte[] MESSAGE = {'"', 'm', 'e', 's', 's', 'a', 'g', 'e', '"'};

  private final BitSet online = new BitSet();

  /**
   * Reads a {@code user_list_update}, which has the whole list; a name in its message does not
   * count.
   */
  void list(ByteBuf bytes, int start, int length) {
    int end = start + length;
    int message = find(bytes, start, end, MESSAGE);
    online.clear();
    set(bytes, start, message, true);
  }

  /** Reads a {@code presence}, which has the whole list, or the users who came and went. */
  void presence(ByteBuf bytes, int start, int length) {
    int end = start + length;
    if (find(bytes, start, end, FULL) < end) {
      online.clear();
    }
    int left = find(bytes, start, end, LEFT);
    set(bytes, start, left, true);
    set(bytes, left, end, false);
  }

  private void set(ByteBuf bytes, int start, int end, boolean isOnline) {
    int at = find(bytes, start, end, NAME);
    while (at < end) {
      online.set((int) Digits.read(bytes, at + NAME.length), isOnline);
      at = find(bytes, at + NAME.length, end, NAME);
    }
  }

  /**
   * The next position of the text, which begins with a quotation mark; the end if there is none.
   */
  private static int find(ByteBuf bytes, int start, int end, byte[] text) {
    int at = start;
    while (at + text.length <= end) {
      int quote = bytes.indexOf(at, end, text[0]);
      if (quote < 0 || quote + text.length > end) {
        return end;
      }
      if (isAt(bytes, quote, text)) {
        return quote;
      }
      at = quote + 1;
    }
    return end;
  }

  private static boolean isAt(ByteBuf bytes, int at, byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (bytes.getByte(at + i) != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has exactly the users from 0 to this number, exclusive. */
  boolean isEverybody(int users) {
    return online.cardinality() == users && online.length() == users;
  }
}
