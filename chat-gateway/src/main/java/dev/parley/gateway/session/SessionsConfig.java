package dev.parley.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a gateway makes sure that the sessions of its sockets still exist. */
@ConfigMapping(prefix = "parley.sessions")
interface SessionsConfig {

  /**
   * How often all of them are verified anew, give or take a tenth: news of one that ended may have
   * been lost with who had to tell them.
   */
  @WithDefault("60S")
  Duration verifyEvery();

  /** When they are verified again after the auth service did not answer. */
  @WithDefault("2S")
  Duration retryAfter();
}
