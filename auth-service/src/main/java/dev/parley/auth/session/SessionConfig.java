package dev.parley.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long sessions live. */
@ConfigMapping(prefix = "parley.sessions")
public interface SessionConfig {

  /** Days after which a login ends by itself; at least 1. */
  @WithDefault("7")
  int expireDays();

  /**
   * How long a session may go unused, at least 5 minutes; without it, as long as it lives. What a
   * person does counts, over HTTP or on a socket; a socket that is only open does not.
   */
  Optional<Duration> idleAfter();

  /** How old the time of last use may get before it is written again. */
  @WithDefault("1m")
  Duration lastSeenPrecision();

  /** How often expired sessions are removed. */
  @WithDefault("10m")
  Duration cleanUpEvery();
}
