package dev.parley.history.reset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What only development needs. */
@ConfigMapping(prefix = "parley.debug")
interface DebugConfig {

  /** Whether all data may be deleted by a request. */
  @WithDefault("false")
  boolean enabled();
}
