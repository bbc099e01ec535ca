package dev.parley.name;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import com.ibm.icu.text.UnicodeSetSpanner.CountMethod;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;
import java.util.Locale;

/**
 * A name that a room may have: 1 to {@value #MAX} characters (code points after NFC), in any
 * script, without line breaks. Characters that turn the direction of text round are left out, and
 * no two spaces stand side by side: a page would show them as one.
 *
 * @param spelling as it is shown, without spaces around it
 * @param folded the same for all spellings that differ only by case, or by what cannot be seen
 * @param skeleton the same for all names that look alike
 */
public record RoomName(String spelling, String folded, String skeleton) {

  private static final int MAX = 64;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  /** They would change how the text after the name is shown. */
  private static final UnicodeSetSpanner TURNS_TEXT_ROUND =
      new UnicodeSetSpanner(new UnicodeSet("[:Bidi_Control:]").freeze());

  /** The Braille pattern without a dot is none for Unicode, and looks like one. */
  private static final UnicodeSetSpanner SPACES =
      new UnicodeSetSpanner(new UnicodeSet("[[:White_Space:]\\u2800]").freeze());

  private static final UnicodeSetSpanner CANNOT_BE_SEEN =
      new UnicodeSetSpanner(new UnicodeSet("[:Default_Ignorable_Code_Point:]").freeze());

  private static final UnicodeSet BREAKS_LINES = new UnicodeSet("[[:Cc:][:Zl:][:Zp:]]").freeze();

  private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();

  /** Fails with a sentence for the client. */
  public static RoomName of(String asked) {
    if (!StorableText.isStorable(asked)) {
      throw invalid();
    }
    String text = trim(NFC.normalize(TURNS_TEXT_ROUND.deleteFrom(asked)));
    String spelling = spaced(text);
    String folded = fold(spelling);
    int length = spelling.codePointCount(0, spelling.length());
    if (folded.isEmpty() || length > MAX || BREAKS_LINES.containsSome(text)) {
      throw invalid();
    }
    return new RoomName(spelling, folded, skeleton(spelling));
  }

  /** Whether they differ in no more than what is neither seen nor compared. */
  public boolean isSameAs(RoomName other) {
    return folded.equals(other.folded) && skeleton.equals(other.skeleton);
  }

  /** Whether people could take one for the other. */
  public boolean isLike(RoomName other) {
    return folded.equals(other.folded) || skeleton.equals(other.skeleton);
  }

  /** By this a name, or a part of one, is found whatever its case. */
  public static String fold(String text) {
    return spaced(FOLD.normalize(text));
  }

  /** A capital I looks like a small l, so the case goes last. */
  private static String skeleton(String spelling) {
    String seen = spaced(CANNOT_BE_SEEN.deleteFrom(spelling));
    return LOOK_ALIKES.getSkeleton(seen).toLowerCase(Locale.ROOT);
  }

  private static String spaced(String text) {
    return SPACES.replaceFrom(trim(text), " ", CountMethod.WHOLE_SPAN);
  }

  private static String trim(String text) {
    return SPACES.trim(text).toString();
  }

  private static ParleyException invalid() {
    return new ParleyException(
        ErrorCode.INVALID_FIELD, "name must have 1 to " + MAX + " characters that can be seen");
  }
}
