package dev.parley.gateway;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Takes the gateway's id from the configuration, or makes one. */
class GatewayIdProducer {

  /** Who this gateway is. */
  @ConfigMapping(prefix = "parley.gateway")
  interface Config {

    /** Must differ between gateways, and between two runs of one. Random where it is not set. */
    Optional<String> id();
  }

  @Produces
  @Singleton
  GatewayId gatewayId(Config config) {
    return new GatewayId(
        config.id().orElseGet(() -> UUID.randomUUID().toString().substring(0, 13)));
  }
}
