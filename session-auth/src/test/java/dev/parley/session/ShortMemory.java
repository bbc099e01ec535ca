package dev.parley.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A configuration in which every found name is asked for again. */
record ShortMemory(AuthServiceConfig given) implements AuthServiceConfig {

  @Override
  public Duration cachedUserLife() {
    return Duration.ZERO;
  }

  @Override
  public List<URI> url() {
    return given.url();
  }

  @Override
  public Duration timeout() {
    return given.timeout();
  }

  @Override
  public Duration within() {
    return given.within();
  }

  @Override
  public Duration cacheTimeout() {
    return given.cacheTimeout();
  }

  @Override
  public Duration cacheAvoided() {
    return given.cacheAvoided();
  }

  @Override
  public int maxWaitingLookUps() {
    return given.maxWaitingLookUps();
  }

  @Override
  public int maxCachedUsers() {
    return given.maxCachedUsers();
  }
}
