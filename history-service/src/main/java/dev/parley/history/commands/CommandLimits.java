package dev.parley.history.commands;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many commands a user may send over HTTP; a gateway has the same limits for a connection. */
@ConfigMapping(prefix = "parley.commands")
public interface CommandLimits {

  /** On average, to one replica. */
  @WithDefault("50")
  int perSecond();

  /** At once, after a pause. */
  @WithDefault("500")
  int burst();

  /** Users whose commands are counted; the least active one is forgotten first. */
  @WithDefault("100000")
  int maxUsers();
}
