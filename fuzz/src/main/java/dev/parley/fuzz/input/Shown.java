package dev.parley.fuzz.input;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Shows bytes to a person. */
final class Shown {

  private static final int MOST_BYTES = 2_000;

  private Shown() {}

  /** Shows a text in which each character is a byte. */
  static String of(String latin1) {
    return of(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String of(byte... bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(bytes.length, MOST_BYTES); i++) {
      text.append(of(bytes[i] & 0xff));
    }
    if (bytes.length > MOST_BYTES) {
      text.append(" … (").append(bytes.length).append(" bytes)");
    }
    return text.toString();
  }

  private static String of(int value) {
    return switch (value) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\\' -> "\\\\";
      default ->
          value >= ' ' && value <= '~'
              ? Character.toString(value)
              : String.format(Locale.ROOT, "\\x%02x", value);
    };
  }
}
