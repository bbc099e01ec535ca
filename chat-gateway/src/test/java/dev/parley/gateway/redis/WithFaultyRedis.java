package dev.parley.gateway.redis;

import dev.parley.gateway.services.OwnPort;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * One gateway with a {@link FaultyRedis}, and with shorter times and smaller bounds than in
 * production.
 */
public final class WithFaultyRedis implements QuarkusTestProfile {

  public static final String GATEWAY = "under-test";

  /** Messages that may wait to be stored. */
  public static final int MAX_WAITING = 10;

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(FaultyRedis.class), new TestResourceEntry(OwnPort.class));
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("parley.gateway.id", GATEWAY),
        Map.entry("parley.redis.tick-every", "250MS"),
        Map.entry("parley.redis.hung-after", "1S"),
        Map.entry("parley.redis.attempt-within", "1S"),
        Map.entry("parley.redis.retry-at-most", "500MS"),
        Map.entry("parley.presence.grace", "500MS"),
        Map.entry("parley.presence.renew-every", "500MS"),
        Map.entry("parley.presence.lease", "3S"),
        Map.entry("parley.sessions.verify-every", "1H"),
        Map.entry("parley.connection.resume-within", "1M"),
        Map.entry("parley.connection.max-queued-bytes", "64K"),
        Map.entry("parley.append.max-waiting", Integer.toString(MAX_WAITING)));
  }
}
