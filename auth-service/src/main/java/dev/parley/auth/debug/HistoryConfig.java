package dev.parley.auth.debug;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How to reach the history service. */
@ConfigMapping(prefix = "parley.history")
public interface HistoryConfig {

  /** Its internal port, or a balancer in front of those of all replicas. */
  @WithDefault("http://localhost:9082")
  URI url();

  /** How long it may take to delete everything. */
  @WithDefault("10s")
  Duration resetTimeout();
}
