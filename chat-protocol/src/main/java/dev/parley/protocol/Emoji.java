package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One emoji as people see it: one grapheme, which may be a sequence of several code points (a flag,
 * a keycap, a family). However it was written, it is kept in the form that Unicode calls fully
 * qualified (UTS #51), so that the same picture is the same emoji. Another skin tone is another
 * emoji.
 */
public record Emoji(@JsonValue String value) {

  /** In UTF-16 units; the longest sequence that Unicode recommends has 15. */
  public static final int MAX_LENGTH = 32;

  private static final int AS_TEXT = 0xFE0E;
  private static final int AS_PICTURE = 0xFE0F;

  /** What is reserved for pictures counts too: a client's Unicode may be newer than ours. */
  private static final String PICTURE = "[[\\p{IsEmoji}\\p{Cn}]&&\\p{IsExtended_Pictographic}]";

  private static final String ELEMENT =
      "(?:[\\x{1F1E6}-\\x{1F1FF}]{2}"
          + "|[0-9#*]\\x{FE0F}\\x{20E3}"
          + "|\\p{IsEmoji_Modifier_Base}\\p{IsEmoji_Modifier}"
          + "|\\x{1F3F4}[\\x{E0030}-\\x{E007A}]+\\x{E007F}"
          + "|"
          + PICTURE
          + "\\x{FE0F}?)";

  private static final Pattern SEQUENCE =
      Pattern.compile(ELEMENT + "(?:\\x{200D}" + ELEMENT + ")*");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Emoji {
    if (!isOne(value)) {
      throw new ParleyException(ErrorCode.EMOJI_INVALID);
    }
    value = fullyQualified(value);
  }

  public static boolean isOne(String text) {
    return text.length() <= MAX_LENGTH && isOneSequence(fullyQualified(text));
  }

  private static boolean isOneSequence(String text) {
    return SEQUENCE.matcher(text).matches() && isOneGrapheme(text);
  }

  private static boolean isOneGrapheme(String text) {
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(text);
    return graphemes.next() == text.length();
  }

  /** With the selector of the picture after each sign that would else show as text. */
  private static String fullyQualified(String text) {
    int[] signs = text.codePoints().filter(sign -> sign != AS_TEXT && sign != AS_PICTURE).toArray();
    StringBuilder qualified = new StringBuilder();
    for (int i = 0; i < signs.length; i++) {
      qualified.appendCodePoint(signs[i]);
      boolean hasSkinTone = i + 1 < signs.length && Character.isEmojiModifier(signs[i + 1]);
      if (showsAsText(signs[i]) && !hasSkinTone) {
        qualified.appendCodePoint(AS_PICTURE);
      }
    }
    return qualified.toString();
  }

  private static boolean showsAsText(int sign) {
    return Character.isEmoji(sign) && !Character.isEmojiPresentation(sign);
  }

  @Override
  public String toString() {
    return value;
  }
}
