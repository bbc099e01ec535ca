package dev.parley.gateway.health;

import dev.parley.gateway.redis.Subscription;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready from the first subscription to Redis on, or, where Redis is away, without it after {@value
 * #PATIENCE_SECONDS} seconds. A gateway that has lost Redis later still serves its clients, so it
 * stays ready, and says so.
 */
@Readiness
class SubscriptionReadiness implements HealthCheck {

  private static final long PATIENCE_SECONDS = 10;

  private final Subscription subscription;
  private final long begunAt = System.nanoTime();

  SubscriptionReadiness(Subscription subscription) {
    this.subscription = subscription;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("redis subscription")
        .status(subscription.hasBegun() || isTiredOfWaiting())
        .withData("active", subscription.isActive())
        .build();
  }

  private boolean isTiredOfWaiting() {
    return System.nanoTime() - begunAt > Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
  }
}
