package dev.parley.http.drain;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready from the moment on at which the process was told to stop. */
@Readiness
class DrainReadiness implements HealthCheck {

  private final Draining draining;

  DrainReadiness(Draining draining) {
    this.draining = draining;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("not stopping").status(!draining.isUnderWay()).build();
  }
}
