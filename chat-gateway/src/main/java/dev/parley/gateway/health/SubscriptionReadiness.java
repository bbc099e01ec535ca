package dev.parley.gateway.health;

import dev.parley.gateway.redis.Subscription;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready from the first subscription to Redis on. A gateway that has lost Redis later still serves
 * its clients, so it stays ready, and says so.
 */
@Readiness
class SubscriptionReadiness implements HealthCheck {

  private final Subscription subscription;

  SubscriptionReadiness(Subscription subscription) {
    this.subscription = subscription;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("redis subscription")
        .status(subscription.hasBegun())
        .withData("active", subscription.isActive())
        .build();
  }
}
