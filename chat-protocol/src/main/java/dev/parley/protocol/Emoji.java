package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * One emoji as people see it: one grapheme, which may be a sequence of several code points (a flag,
 * a keycap, a family). It is kept in the form in which it came.
 */
public record Emoji(@JsonValue String value) {

  /** In UTF-16 units; the longest sequence that Unicode recommends has 15. */
  public static final int MAX_LENGTH = 32;

  private static final int KEYCAP = 0x20E3;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Emoji {
    if (!isOne(value)) {
      throw new ParleyException(ErrorCode.EMOJI_INVALID);
    }
  }

  public static boolean isOne(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && StorableText.isStorable(text)
        && isOneGrapheme(text)
        && (looksLikeAPicture(text.codePointAt(0)) || text.indexOf(KEYCAP) > 0);
  }

  /** The digits and signs of keycaps count as emoji as well, and show as text. */
  private static boolean looksLikeAPicture(int codePoint) {
    return Character.isEmoji(codePoint) && codePoint > 0x7F;
  }

  private static boolean isOneGrapheme(String text) {
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(text);
    return graphemes.next() == text.length();
  }

  @Override
  public String toString() {
    return value;
  }
}
