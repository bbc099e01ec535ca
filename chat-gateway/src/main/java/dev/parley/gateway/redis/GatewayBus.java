package dev.parley.gateway.redis;

import dev.parley.gateway.GatewayId;
import jakarta.inject.Singleton;

/**
 * Speaks to the other gateways. A payload travels behind a line with its gateway's id, by which
 * {@link Subscription} leaves a gateway's own echo out.
 */
@Singleton
public class GatewayBus {

  private final GatewayId self;
  private final Publisher publisher;

  GatewayBus(GatewayId self, Publisher publisher) {
    this.self = self;
    this.publisher = publisher;
  }

  /**
   * Returns at once; what is published on all channels arrives in the order of the calls, or, while
   * Redis is away, not at all.
   */
  public void publish(String channel, String payload) {
    publisher.publish(channel, self + "\n" + payload);
  }
}
