package dev.parley.stack.state;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that need no quoting anywhere: 43 letters, digits, {@code -} and {@code _}. */
public final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secret() {}

  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
