package dev.parley.tools.predecessor;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A value as SQLite keeps it: any column may hold any type.
 *
 * @param raw null, a number, a text or bytes
 */
record OldValue(Object raw) {

  private static final int MOST_SHOWN = 40;
  private static final int MOST_DIGITS = 19;

  /** Whether it is NULL, or a text that shows nothing. */
  boolean isNothing() {
    return raw == null || (raw instanceof String text && text.isBlank());
  }

  boolean isBytes() {
    return raw instanceof byte[];
  }

  /** Empty if it is neither a whole number nor the text of one. */
  Optional<Long> integer() {
    return switch (raw) {
      case Integer number -> Optional.of(number.longValue());
      case Long number -> Optional.of(number);
      case Double number when number == Math.rint(number) && Math.abs(number) < 1L << 53 ->
          Optional.of(number.longValue());
      case String text -> integer(text.strip());
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Long> integer(String text) {
    try {
      return text.matches("-?[0-9]{1," + MOST_DIGITS + "}")
          ? Optional.of(Long.parseLong(text))
          : Optional.empty();
    } catch (NumberFormatException beyondLong) {
      return Optional.empty();
    }
  }

  /** Empty if it is NULL, or bytes that are not UTF-8. */
  Optional<String> text() {
    return switch (raw) {
      case null -> Optional.empty();
      case byte[] bytes -> utf8(bytes);
      case Double number -> Optional.of(plain(number));
      default -> Optional.of(raw.toString());
    };
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).toPlainString()
        : Double.toString(number);
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** For a terminal: short, on one line, and without anything that moves the cursor. */
  String shown() {
    return switch (raw) {
      case null -> "NULL";
      case byte[] bytes -> String.format(Locale.ROOT, "%d bytes", bytes.length);
      case String text -> '"' + shown(text) + '"';
      default -> raw.toString();
    };
  }

  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(MOST_SHOWN).forEach(character -> append(character, shown));
    return text.codePointCount(0, text.length()) > MOST_SHOWN ? shown + "…" : shown.toString();
  }

  private static void append(int character, StringBuilder shown) {
    boolean isVisible =
        switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
    if (isVisible) {
      shown.appendCodePoint(character);
    } else {
      shown.append(String.format(Locale.ROOT, "<U+%04X>", character));
    }
  }
}
