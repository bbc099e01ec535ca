package dev.parley.gateway.presence;

import dev.parley.gateway.GatewayId;
import dev.parley.gateway.redis.SubscriptionListener;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.hash.ReactiveHashCommands;
import io.quarkus.redis.datasource.keys.ReactiveKeyCommands;
import io.quarkus.redis.datasource.set.ReactiveSetCommands;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Renews this gateway's lease in Redis, and compares what this gateway knows of the others with
 * what they wrote: the users of one whose lease ran out are gone.
 */
@Singleton
class GatewayLease implements SubscriptionListener {

  private static final Logger LOG = Logger.getLogger(GatewayLease.class);
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final GatewayId self;
  private final Presence presence;
  private final PresenceConfig config;
  private final ReactiveValueCommands<String, String> values;
  private final ReactiveSetCommands<String, String> sets;
  private final ReactiveHashCommands<String, String, String> hashes;
  private final ReactiveKeyCommands<String> keys;

  GatewayLease(
      GatewayId self, Presence presence, PresenceConfig config, ReactiveRedisDataSource redis) {
    this.self = self;
    this.presence = presence;
    this.config = config;
    this.values = redis.value(String.class);
    this.sets = redis.set(String.class);
    this.hashes = redis.hash(String.class);
    this.keys = redis.key();
  }

  @Override
  public void subscribed() {
    renew().subscribe().with(done -> {}, GatewayLease::failed);
  }

  @Scheduled(
      every = "${parley.presence.renew-every:5S}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> renewInTime() {
    return renew().onFailure().invoke(GatewayLease::failed).onFailure().recoverWithNull();
  }

  private static void failed(Throwable failure) {
    LOG.warnf("The gateway's lease was not renewed: %s", failure.getMessage());
  }

  private Uni<Void> renew() {
    return values
        .psetex(lease(self.value()), config.lease().toMillis(), "alive")
        .chain(() -> sets.sadd(RedisNames.GATEWAYS, self.value()))
        .chain(() -> sets.smembers(RedisNames.GATEWAYS))
        .chain(this::compare)
        .ifNoItem()
        .after(LIMIT)
        .fail();
  }

  private Uni<Void> compare(Set<String> gateways) {
    Set<String> alive = new HashSet<>(Set.of(self.value()));
    return Multi.createFrom()
        .iterable(gateways)
        .filter(gateway -> !gateway.equals(self.value()))
        .onItem()
        .transformToUniAndConcatenate(gateway -> compare(gateway, alive))
        .collect()
        .asList()
        .invoke(() -> presence.retain(alive))
        .replaceWithVoid();
  }

  private Uni<Void> compare(String gateway, Set<String> alive) {
    return keys.exists(lease(gateway))
        .chain(
            lives -> {
              if (!lives) {
                return bury(gateway);
              }
              alive.add(gateway);
              return hashes
                  .hgetall(RedisNames.gatewayUsers(gateway))
                  .invoke(users -> presence.replace(gateway, users(users)))
                  .replaceWithVoid();
            });
  }

  private Uni<Void> bury(String gateway) {
    LOG.infof("The lease of gateway %s has run out", gateway);
    return keys.del(RedisNames.gatewayUsers(gateway))
        .chain(() -> sets.srem(RedisNames.GATEWAYS, gateway))
        .replaceWithVoid();
  }

  private static List<User> users(Map<String, String> names) {
    return names.entrySet().stream()
        .map(entry -> new User(new UserId(Long.parseLong(entry.getKey())), entry.getValue()))
        .toList();
  }

  private static String lease(String gateway) {
    return RedisNames.gatewayLease(gateway);
  }

  /** The users of a gateway that stops have the grace to come back elsewhere. */
  void shorten(@Observes ShutdownEvent stopping) {
    keys.pexpire(lease(self.value()), config.grace().toMillis())
        .subscribe()
        .with(done -> {}, failure -> LOG.debug("The lease was not shortened", failure));
  }
}
