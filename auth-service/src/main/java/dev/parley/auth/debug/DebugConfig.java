package dev.parley.auth.debug;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether {@code /debug} exists. */
@ConfigMapping(prefix = "parley.debug")
public interface DebugConfig {

  /**
   * Anybody who reaches this service may then see all users and sessions and delete all data: for
   * development only.
   */
  @WithDefault("false")
  boolean enabled();
}
