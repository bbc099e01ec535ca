package dev.parley.schema;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the schema is up to date. While a migration takes long, {@code progress} says
 * how far it is, so that whoever waits for the service knows that it is worth it.
 */
@Readiness
class MigrationReadiness implements HealthCheck {

  private final Migrations migrations;
  private final ProgressLog progress;

  MigrationReadiness(Migrations migrations, ProgressLog progress) {
    this.migrations = migrations;
    this.progress = progress;
  }

  @Override
  public HealthCheckResponse call() {
    boolean done = migrations.areDone();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("schema up to date").status(done);
    if (!done) {
      progress.latest().ifPresent(text -> response.withData("progress", text));
    }
    return response.build();
  }
}
