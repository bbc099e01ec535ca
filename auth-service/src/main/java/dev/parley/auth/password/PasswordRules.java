package dev.parley.auth.password;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;

/** Which passwords somebody may choose: {@value #MIN} to {@value #MAX} characters (code points). */
public final class PasswordRules {

  private static final int MIN = 6;
  private static final int MAX = 128;

  private PasswordRules() {}

  /** The first protocol's check; in its order of checks it comes before any new one. */
  public static void checkMinimum(String password) {
    require(length(password) >= MIN, "Password must be at least 6 characters");
  }

  public static void checkRest(String password) {
    require(length(password) <= MAX, "Password must be at most 128 characters");
    require(
        StorableText.isStorable(password), "Password contains characters that cannot be stored");
  }

  private static int length(String password) {
    return password.codePointCount(0, password.length());
  }

  private static void require(boolean holds, String detail) {
    if (!holds) {
      throw new ParleyException(ErrorCode.PASSWORD_INVALID, detail);
    }
  }
}
