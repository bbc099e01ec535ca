package dev.parley.auth.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How to reach the history service. */
@ConfigMapping(prefix = "parley.history")
public interface HistoryConfig {

  /** The internal ports of its replicas, or a balancer in front of them. */
  @WithDefault("http://localhost:9082")
  List<URI> url();

  /** How long an attempt waits for a connection. */
  @WithDefault("1S")
  Duration connectWithin();

  /** How long it may take to delete everything. */
  @WithDefault("10S")
  Duration resetTimeout();
}
