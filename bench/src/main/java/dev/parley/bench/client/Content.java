package dev.parley.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The content of a message, by default {@value #LENGTH} bytes. Its sending time and its sender's
 * number have fixed positions: {@code "T0000000123456789S00012 xxx…"}.
 */
public final class Content {

  public static final int LENGTH = 100;

  static final char MARK = 'T';
  static final int TIME_WIDTH = 16;
  static final int SENDER_WIDTH = 5;

  private static final char SENDER_MARK = 'S';
  private static final long BEGAN_AT = System.nanoTime();

  private Content() {}

  /**
   * The time in nanoseconds, from one clock for everything that this process sends and receives.
   */
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

  /** Writes time and sender into a content that begins here. */
  static void fill(byte[] bytes, int at, long nanos, int sender) {
    Digits.write(bytes, at + 1, TIME_WIDTH, nanos);
    Digits.write(bytes, at + 2 + TIME_WIDTH, SENDER_WIDTH, sender);
  }

  /** The content of messages that nobody times. */
  public static String plain() {
    byte[] content = template(LENGTH);
    fill(content, 0, 0, 0);
    return new String(content, StandardCharsets.US_ASCII);
  }
}
