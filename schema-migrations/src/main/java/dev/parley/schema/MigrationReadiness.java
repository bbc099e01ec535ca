package dev.parley.schema;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the schema is up to date. */
@Readiness
class MigrationReadiness implements HealthCheck {

  private final Migrations migrations;

  MigrationReadiness(Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("schema up to date").status(migrations.areDone()).build();
  }
}
