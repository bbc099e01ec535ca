package dev.parley.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sessions live. */
@ConfigMapping(prefix = "parley.sessions")
public interface SessionConfig {

  /** Days after which a login ends by itself; at least 1. */
  @WithDefault("7")
  int expireDays();

  /** How old the time of last use may get before it is written again. */
  @WithDefault("1m")
  Duration lastSeenPrecision();

  /** How often expired sessions are removed. */
  @WithDefault("10m")
  Duration cleanUpEvery();
}
