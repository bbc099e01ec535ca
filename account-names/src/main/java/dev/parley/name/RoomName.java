package dev.parley.name;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;
import java.util.Locale;

/**
 * A name that a room may have: 1 to {@value #MAX} characters (code points after NFC), in any
 * script, without line breaks. Characters that turn the direction of text round are left out.
 *
 * @param spelling as it is shown, without spaces around it
 * @param folded the same for all spellings that differ by case only
 * @param skeleton the same for all names that look alike
 */
public record RoomName(String spelling, String folded, String skeleton) {

  private static final int MAX = 64;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  /** They would change how the text after the name is shown. */
  private static final UnicodeSetSpanner TURNS_TEXT_ROUND =
      new UnicodeSetSpanner(new UnicodeSet("[:Bidi_Control:]").freeze());

  private static final UnicodeSet BREAKS_LINES = new UnicodeSet("[[:Cc:][:Zl:][:Zp:]]").freeze();

  private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();

  /** Fails with a sentence for the client. */
  public static RoomName of(String asked) {
    if (!StorableText.isStorable(asked)) {
      throw invalid();
    }
    String spelling = NFC.normalize(TURNS_TEXT_ROUND.deleteFrom(asked)).strip();
    String folded = fold(spelling);
    int length = spelling.codePointCount(0, spelling.length());
    if (length < 1 || length > MAX || folded.isBlank() || BREAKS_LINES.containsSome(spelling)) {
      throw invalid();
    }
    return new RoomName(spelling, folded, skeleton(spelling));
  }

  /** By this a name, or a part of one, is found whatever its case. */
  public static String fold(String text) {
    return FOLD.normalize(text.strip());
  }

  /** A capital I looks like a small l, so the case goes last. */
  private static String skeleton(String name) {
    return LOOK_ALIKES.getSkeleton(name).toLowerCase(Locale.ROOT);
  }

  private static ParleyException invalid() {
    return new ParleyException(
        ErrorCode.INVALID_FIELD, "name must have 1 to " + MAX + " characters that can be seen");
  }
}
