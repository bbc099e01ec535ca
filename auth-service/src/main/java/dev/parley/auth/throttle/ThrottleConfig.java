package dev.parley.auth.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often somebody may try before they have to wait. */
@ConfigMapping(prefix = "parley.throttle")
interface ThrottleConfig {

  /** Failed logins of one account, from any address, and wrong current passwords of one user. */
  Bound account();

  /** Failed logins from one address, for any account. */
  Bound address();

  /** Registrations from one address, failed or not. */
  Bound registration();

  /** How long an address from which an account logged in is known as its own. */
  @WithDefault("30d")
  Duration knownFor();

  /**
   * Accounts and addresses that a replica remembers itself; of more, the least used are forgotten.
   */
  @WithDefault("50000")
  int maxRemembered();

  /** How long Redis may take; then a replica counts alone, and leaves Redis alone for a while. */
  @WithDefault("250ms")
  Duration redisWithin();

  @WithDefault("3s")
  Duration redisAvoided();

  /** What is free, and what more of it costs. The defaults stand in application.properties. */
  interface Bound {

    /** Tries before the first pause. */
    int free();

    /** The pause after those; it doubles with each further try. */
    Duration firstPause();

    Duration longestPause();

    /** In which one try is forgiven. */
    Duration forgiveEvery();

    default Limit limit() {
      return new Limit(free(), firstPause(), longestPause(), forgiveEvery());
    }
  }
}
