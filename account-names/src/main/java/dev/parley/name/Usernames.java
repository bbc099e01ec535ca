package dev.parley.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for names: {@value #MIN} to {@value #MAX} characters (code points after NFKC), letters
 * with their marks, digits and {@code ._-}, of one script.
 */
public final class Usernames {

  private static final int MIN = 3;
  private static final int MAX = 32;

  private static final Pattern ALLOWED =
      Pattern.compile("(?:\\p{L}\\p{M}{0,2}|\\p{Nd}|[._-])+", Pattern.UNICODE_CASE);

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private static final SpoofChecker ONE_SCRIPT =
      new SpoofChecker.Builder()
          .setChecks(
              SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
          .setRestrictionLevel(SpoofChecker.RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
          .build();

  private Usernames() {}

  /** The first protocol's checks, in its order; the others come after that of the password. */
  public static String checkMinimum(String asked) {
    String name = trimmed(NFKC.normalize(asked));
    require(!name.isEmpty(), "Username cannot be empty");
    require(length(name) >= MIN, "Username must be at least 3 characters");
    return name;
  }

  /**
   * @param name as {@link #checkMinimum} returned it
   */
  public static Username checkRest(String name) {
    require(length(name) <= MAX, "Username must be at most 32 characters");
    require(
        ALLOWED.matcher(name).matches() && name.codePoints().noneMatch(Usernames::isInvisible),
        "Username may only contain letters, digits, '.', '_' and '-'");
    require(
        !ONE_SCRIPT.failsChecks(name),
        "Username must not mix letters or digits of several scripts");
    return new Username(name, FOLD.normalize(name), skeleton(name));
  }

  /** Some letters show nothing. */
  private static boolean isInvisible(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /**
   * Of what is seen: a capital I looks like a small l, so the case goes last. Together with the
   * folded name, which is unique too, it covers all names that differ by case or look alike.
   */
  private static String skeleton(String name) {
    return ONE_SCRIPT.getSkeleton(name).toLowerCase(Locale.ROOT);
  }

  /** By this a name is found; empty where no account can have it. */
  public static Optional<String> folded(String asked) {
    return StorableText.isStorable(asked)
        ? Optional.of(FOLD.normalize(trimmed(NFKC.normalize(asked))))
        : Optional.empty();
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** What the first protocol trims: Java's two notions of a space, and NEL. */
  private static boolean isSpace(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\u0085';
  }

  private static int length(String name) {
    return name.codePointCount(0, name.length());
  }

  private static void require(boolean holds, String detail) {
    if (!holds) {
      throw new ParleyException(ErrorCode.USERNAME_INVALID, detail);
    }
  }
}
