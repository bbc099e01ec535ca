package dev.parley.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service waits for its migrations. */
@ConfigMapping(prefix = "parley.migrations")
interface MigrationsConfig {

  /**
   * How long the start waits for them. After that the ports open, and the service is live but not
   * ready until they are done.
   */
  @WithDefault("10s")
  Duration startWaits();

  /** How often the log tells how far they are. */
  @WithDefault("10s")
  Duration tellEvery();
}
