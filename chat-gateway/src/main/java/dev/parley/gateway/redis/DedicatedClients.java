package dev.parley.gateway.redis;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes clients of one connection each, set up as {@code quarkus.redis} says. Closing such a client
 * closes its connection, also one that hangs or is only being made. The shared client would take a
 * hung connection back into its pool and hand it to somebody else.
 */
@Singleton
class DedicatedClients implements RedisOptionsCustomizer {

  private volatile RedisOptions options;

  /** Changes nothing: it only takes a copy of how the one client of this service is set up. */
  @Override
  public void customize(String client, RedisOptions configured) {
    options = new RedisOptions(configured);
  }

  /** On the caller's event loop. */
  Redis make(Vertx vertx, RedisConfig config) {
    NetClientOptions net =
        Optional.ofNullable(options.getNetClientOptions())
            .map(NetClientOptions::new)
            .orElseGet(NetClientOptions::new)
            .setConnectTimeout((int) config.attemptWithin().toMillis())
            .setReconnectAttempts(0)
            .setReadIdleTimeout(0)
            .setIdleTimeout(0);
    return Redis.createClient(
        vertx,
        new RedisOptions(options)
            .setNetClientOptions(net)
            .setMaxPoolSize(1)
            .setPoolCleanerInterval(-1));
  }
}
