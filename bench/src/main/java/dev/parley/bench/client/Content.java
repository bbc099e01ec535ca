package dev.parley.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The content of a message: {@value #LENGTH} bytes, where nothing else is said, with the time at
 * which it was to be sent and its sender's number in fixed places, {@code "T0000000123456789S00012
 * xxx…"}.
 */
public final class Content {

  public static final int LENGTH = 100;

  static final char MARK = 'T';
  static final int TIME_WIDTH = 16;
  static final int SENDER_WIDTH = 5;

  private static final char SENDER_MARK = 'S';
  private static final long BEGAN_AT = System.nanoTime();

  private Content() {}

  /** Nanoseconds, from the same clock for all that this process sends and receives. */
  public static long now() {
    return System.nanoTime() - BEGAN_AT;
  }

  static byte[] template(int length) {
    byte[] content = new byte[length];
    Arrays.fill(content, (byte) 'x');
    content[0] = MARK;
    content[1 + TIME_WIDTH] = SENDER_MARK;
    content[2 + TIME_WIDTH + SENDER_WIDTH] = ' ';
    return content;
  }

  /** Writes time and sender over a content that begins here. */
  static void fill(byte[] bytes, int at, long nanos, int sender) {
    Digits.write(bytes, at + 1, TIME_WIDTH, nanos);
    Digits.write(bytes, at + 2 + TIME_WIDTH, SENDER_WIDTH, sender);
  }

  /** A content as it is sent where nobody measures its way. */
  public static String plain() {
    byte[] content = template(LENGTH);
    fill(content, 0, 0, 0);
    return new String(content, StandardCharsets.US_ASCII);
  }
}
