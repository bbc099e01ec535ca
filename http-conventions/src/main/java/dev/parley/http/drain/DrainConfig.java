package dev.parley.http.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much time a stop may take. */
@ConfigMapping(prefix = "parley.drain")
interface DrainConfig {

  /**
   * After so long, what is not finished is broken off. A stop ends earlier where nothing is left.
   */
  @WithDefault("5S")
  Duration within();
}
