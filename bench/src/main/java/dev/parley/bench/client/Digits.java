package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;

/** Decimal numbers in raw bytes. */
public final class Digits {

  private static final int RADIX = 10;

  private Digits() {}

  /** The number that begins here and ends before the first byte that is not a digit. */
  static long read(ByteBuf bytes, int at) {
    long value = 0;
    for (int i = at; ; i++) {
      int digit = bytes.getByte(i) - '0';
      if (digit < 0 || digit >= RADIX) {
        return value;
      }
      value = value * RADIX + digit;
    }
  }

  /** The end of the number that begins here. */
  static int end(ByteBuf bytes, int at) {
    int i = at;
    while (bytes.getByte(i) >= '0' && bytes.getByte(i) <= '9') {
      i++;
    }
    return i;
  }

  /** Writes the number into this many bytes, with leading zeros. */
  public static void write(byte[] bytes, int at, int width, long number) {
    long rest = number;
    for (int i = at + width - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % RADIX);
      rest /= RADIX;
    }
  }
}
