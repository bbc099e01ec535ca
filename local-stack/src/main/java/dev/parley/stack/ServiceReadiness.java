package dev.parley.stack;

import dev.parley.stack.process.Readiness;
import java.util.Optional;

/** A service is ready when it says so. While it migrates its schema, it reports the progress. */
final class ServiceReadiness implements Readiness {

  private final HealthProbe probe;
  private volatile Optional<String> migration = Optional.empty();

  ServiceReadiness(PlannedService service) {
    this.probe = new HealthProbe(service.managementUri());
  }

  @Override
  public boolean isReady(long pid) {
    HealthProbe.Health health = probe.ask();
    migration = health.migration();
    return health.ready();
  }

  @Override
  public Optional<String> longWork() {
    return migration;
  }
}
