package dev.parley.tools.predecessor;

import dev.parley.protocol.MessageContent;
import java.util.ArrayList;
import java.util.List;

/** Converts a text that Parley would not have accepted. */
final class MessageTexts {

  /** Stands for what cannot be stored. */
  static final int REPLACEMENT = 0xFFFD;

  private MessageTexts() {}

  /**
   * Empty for a text that shows nothing. A text that is too long becomes several. U+FFFD replaces
   * what cannot be stored.
   */
  static List<String> of(String content) {
    String text = content == null ? "" : storable(content);
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int characters =
          Math.min(MessageContent.MAX_CHARACTERS, text.codePointCount(from, text.length()));
      int to = text.offsetByCodePoints(from, characters);
      parts.add(text.substring(from, to));
      from = to;
    }
    parts.removeIf(String::isBlank);
    return parts;
  }

  /** The same, with U+FFFD for what PostgreSQL does not keep. */
  static String storable(String text) {
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints().map(MessageTexts::storable).forEach(storable::appendCodePoint);
    return storable.toString();
  }

  private static int storable(int codePoint) {
    boolean halfOfAPair =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint == 0 || halfOfAPair ? REPLACEMENT : codePoint;
  }
}
