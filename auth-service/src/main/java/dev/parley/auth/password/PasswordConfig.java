package dev.parley.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** What password hashes cost. */
@ConfigMapping(prefix = "parley.passwords")
public interface PasswordConfig {

  /**
   * Iterations of PBKDF2-HMAC-SHA256 for new hashes; the default is OWASP's figure. An account with
   * fewer gets a new hash at its next login.
   */
  @WithDefault("600000")
  int iterations();

  /** Hashes computed at once; by default as many as there are processors. */
  OptionalInt threads();

  /** Requests that may wait for a thread; a further one is answered 503 and may try again. */
  @WithDefault("64")
  int maxWaiting();

  /**
   * How many characters a password must have that somebody chooses, 6 to 32: for a new account and
   * where a password is changed. The first protocol promises 6.
   */
  @WithDefault("6")
  int minLength();

  /**
   * Whether one of the most common passwords is refused when an account is opened, too, and not
   * only when a password is changed. Clients of the first protocol may rely on any that is long
   * enough.
   */
  @WithDefault("false")
  boolean refuseCommonAtRegistration();
}
