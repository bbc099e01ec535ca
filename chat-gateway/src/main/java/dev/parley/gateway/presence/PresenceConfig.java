package dev.parley.gateway.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How presence is kept over all gateways. */
@ConfigMapping(prefix = "parley.presence")
interface PresenceConfig {

  /** How long a user stays online after the last socket has closed. */
  @WithDefault("3S")
  Duration grace();

  /** How often a gateway says that it lives, and looks for those that don't. */
  @WithDefault("5S")
  Duration renewEvery();

  /** After how long without a word a gateway is dead, and its users are gone. */
  @WithDefault("15S")
  Duration lease();
}
