package dev.parley.schema;

import dev.parley.testing.TestingPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A PostgreSQL that is down when the service starts. */
public class LatePostgres implements QuarkusTestResourceLifecycleManager {

  private TestingPostgres postgres;

  @Override
  public Map<String, String> start() {
    postgres = TestingPostgres.start();
    postgres.server().kill();
    return postgres.settings();
  }

  /** Returns when it answers. */
  void come() {
    postgres.server().restart();
    postgres.server().awaitReady();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(LatePostgres.class));
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
