package dev.parley.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How the other services reach the auth service and the session cache. */
@ConfigMapping(prefix = "parley.auth")
public interface AuthServiceConfig {

  /** The internal ports of the replicas of the auth service, separated by commas. */
  @WithDefault("http://localhost:9081")
  List<URI> url();

  /** How long one replica may take to answer; then the next one is asked. */
  @WithDefault("1500ms")
  Duration timeout();

  /** After which no further replica is asked; then the look-ups of a request are UNAVAILABLE. */
  @WithDefault("2s")
  Duration within();

  /** How long the session cache may take; then the auth service is asked. */
  @WithDefault("500ms")
  Duration cacheTimeout();

  /** How long the session cache is not read after it took too long. */
  @WithDefault("3s")
  Duration cacheAvoided();

  /** Look-ups of one kind that may wait for their request; a further one is UNAVAILABLE at once. */
  @WithDefault("10000")
  int maxWaitingLookUps();

  /** Names, and as many ids, that the user directory remembers; the least used go first. */
  @WithDefault("10000")
  int maxCachedUsers();

  /**
   * After how long a found account is asked for again. Names never change, but a reset forgets
   * accounts.
   */
  @WithDefault("60s")
  Duration cachedUserLife();
}
