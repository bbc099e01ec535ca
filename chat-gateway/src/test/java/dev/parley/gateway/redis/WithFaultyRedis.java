package dev.parley.gateway.redis;

import dev.parley.gateway.services.OwnPort;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** One gateway with a {@link FaultyRedis}, and with shorter times than in production. */
public final class WithFaultyRedis implements QuarkusTestProfile {

  public static final String GATEWAY = "under-test";

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
    return Map.of(
        "parley.gateway.id", GATEWAY,
        "parley.redis.tick-every", "250MS",
        "parley.redis.hung-after", "1S",
        "parley.redis.attempt-within", "1S",
        "parley.redis.retry-at-most", "500MS",
        "parley.presence.grace", "500MS",
        "parley.presence.renew-every", "500MS",
        "parley.presence.lease", "3S",
        "parley.sessions.verify-every", "1H");
  }
}
