package dev.parley.auth.password;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * How long a password may be that somebody chooses, in characters (code points). Who has one that
 * is shorter, from before, still logs in with it.
 */
@Singleton
public class PasswordRules {

  static final int FIRST_PROTOCOLS_MIN = 6;

  /** An operator who asks for more than this would forbid what password managers make. */
  private static final int HIGHEST_MIN = 32;

  private static final int MAX = 128;

  private final int min;

  @Inject
  PasswordRules(PasswordConfig config) {
    this.min = config.minLength();
  }

  void checkConfiguration(@Observes StartupEvent start) {
    if (min < FIRST_PROTOCOLS_MIN || min > HIGHEST_MIN) {
      throw new ConfigurationException(
          "parley.passwords.min-length must be from " + FIRST_PROTOCOLS_MIN + " to " + HIGHEST_MIN);
    }
  }

  /** The first protocol's check; in its order of checks it comes before any new one. */
  public void checkMinimum(String password) {
    requireAtLeast(FIRST_PROTOCOLS_MIN, password);
  }

  public void checkRest(String password) {
    requireAtLeast(min, password);
    require(length(password) <= MAX, "Password must be at most " + MAX + " characters");
    require(
        StorableText.isStorable(password), "Password contains characters that cannot be stored");
  }

  private static void requireAtLeast(int characters, String password) {
    require(
        length(password) >= characters, "Password must be at least " + characters + " characters");
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
