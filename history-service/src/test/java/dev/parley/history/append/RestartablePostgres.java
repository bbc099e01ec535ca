package dev.parley.history.append;

import dev.parley.testing.TestingPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL that a test may kill and start again, and no Redis at all. */
public class RestartablePostgres implements QuarkusTestResourceLifecycleManager {

  private static final String NO_REDIS = "redis://localhost:1";

  private TestingPostgres postgres;

  @Override
  public Map<String, String> start() {
    postgres = TestingPostgres.start();
    Map<String, String> settings = new HashMap<>(postgres.settings());
    settings.put("quarkus.redis.hosts", NO_REDIS);
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RestartablePostgres.class));
  }

  /** Like a power cut: the server has no time to finish anything. */
  void kill() {
    postgres.server().kill();
  }

  void startAgain() {
    postgres.server().restart();
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
