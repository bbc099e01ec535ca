package dev.parley.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How the other services reach the auth service and the session cache. */
@ConfigMapping(prefix = "parley.auth")
public interface AuthServiceConfig {

  /** Where the auth service answers internal requests. */
  @WithDefault("http://localhost:8081")
  URI url();

  /** How long one request to the auth service may take; then its look-ups are UNAVAILABLE. */
  @WithDefault("2s")
  Duration timeout();

  /** How long the session cache may take; then the auth service is asked. */
  @WithDefault("500ms")
  Duration cacheTimeout();

  /** Look-ups of one kind that may wait for their request; a further one is UNAVAILABLE at once. */
  @WithDefault("10000")
  int maxWaitingLookUps();

  /** Names in the memory of the user directory; the least recently used goes first. */
  @WithDefault("10000")
  int maxCachedUsers();

  /** How long a found name is remembered. Names never change, but a reset forgets accounts. */
  @WithDefault("60s")
  Duration cachedUserLife();
}
