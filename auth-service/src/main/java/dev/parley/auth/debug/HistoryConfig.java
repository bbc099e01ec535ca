package dev.parley.auth.debug;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How to reach the history service. */
@ConfigMapping(prefix = "parley.history")
public interface HistoryConfig {

  @WithDefault("http://localhost:8082")
  URI url();

  /** How long it may take to delete everything. */
  @WithDefault("10s")
  Duration resetTimeout();
}
