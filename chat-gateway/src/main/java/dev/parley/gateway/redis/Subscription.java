package dev.parley.gateway.redis;

import dev.parley.gateway.GatewayId;
import dev.parley.gateway.Timers;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.redis.RedisNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The one subscription of this gateway, to every channel that somebody here listens to. When it
 * ends it is made again, until it holds; the {@link SubscriptionListener}s are told of both.
 *
 * <p>A Redis that hangs ends nothing. So the gateway publishes to itself, each {@link
 * RedisConfig#tickEvery()}, and where nothing at all comes for {@link RedisConfig#hungAfter()} the
 * subscription is taken for ended.
 */
@Singleton
public class Subscription implements KeptConnection.Owner {

  private static final Logger LOG = Logger.getLogger(Subscription.class);

  private static final Duration LAST_TURN = Duration.ofMillis(500);

  private final KeptConnection kept;
  private final Publisher publisher;
  private final RedisConfig config;
  private final Timers timers;
  private final String heartbeat;
  private final Silence silence;
  private final Counter losses;
  private final Map<String, Consumer<String>> receivers = new HashMap<>();
  private final List<SubscriptionListener> listeners;
  private int unconfirmed;
  private volatile boolean active;
  private volatile boolean begun;
  private volatile boolean ending;

  Subscription(
      DedicatedClients clients,
      Publisher publisher,
      RedisConfig config,
      Vertx vertx,
      Timers timers,
      GatewayId self,
      MeterRegistry metrics,
      @All List<GatewayListener> gatewayListeners,
      @All List<ServiceListener> serviceListeners,
      @All List<SubscriptionListener> listeners) {
    this.publisher = publisher;
    this.config = config;
    this.timers = timers;
    this.heartbeat = RedisNames.heartbeat(self.value());
    this.silence = Silence.of(config);
    this.kept = new KeptConnection(clients, config, vertx, timers, this);
    this.listeners = listeners;
    this.losses = metrics.counter("parley.redis.connections.lost", "connection", "subscription");
    metrics.gauge("parley.redis.subscription.active", this, it -> it.isActive() ? 1 : 0);
    gatewayListeners.forEach(
        listener ->
            receivers.put(listener.channel(), payload -> withoutOrigin(self, payload, listener)));
    serviceListeners.forEach(listener -> receivers.put(listener.channel(), listener::received));
    receivers.put(heartbeat, tick -> {});
  }

  /** False where nothing that others publish arrives. */
  public boolean isActive() {
    return active;
  }

  /** Whether it ever held. */
  public boolean hasBegun() {
    return begun;
  }

  private static void withoutOrigin(GatewayId self, String payload, GatewayListener listener) {
    int end = payload.indexOf('\n');
    if (!payload.substring(0, end).equals(self.value())) {
      listener.received(payload.substring(0, end), payload.substring(end + 1));
    }
  }

  void begin(@Observes StartupEvent started) {
    kept.begin();
    kept.loop().runOnContext(begin -> lookLater());
  }

  @Override
  public void opened(RedisConnection connection) {
    silence.heard();
    unconfirmed = receivers.size();
    connection.handler(this::receive);
    Request subscribe = Request.cmd(Command.SUBSCRIBE);
    receivers.keySet().forEach(subscribe::arg);
    connection.send(subscribe);
  }

  private void receive(Response received) {
    silence.heard();
    switch (received.get(0).toString()) {
      case "subscribe" -> confirmed();
      case "message" -> deliver(received.get(1).toString(), received.get(2).toString());
      default -> LOG.debugf("Redis sent %s", received.get(0));
    }
  }

  private void confirmed() {
    unconfirmed--;
    if (unconfirmed == 0) {
      LOG.debug("Subscribed to Redis");
      active = true;
      begun = true;
      apart(() -> listeners.forEach(SubscriptionListener::subscribed));
    }
  }

  private void deliver(String channel, String payload) {
    if (!channel.equals(heartbeat)) {
      apart(() -> receive(channel, payload));
    }
  }

  /** In order, each on a Vert.x context of its own. */
  private void apart(Runnable task) {
    VertxContext.createNewDuplicatedContext(kept.loop())
        .runOnContext(
            turn -> {
              if (!ending) {
                task.run();
              }
            });
  }

  private void receive(String channel, String payload) {
    try {
      receivers.get(channel).accept(payload);
    } catch (RuntimeException e) {
      LOG.errorf(e, "A message on %s could not be read", channel);
    }
  }

  @Override
  public void lost(String cause) {
    LOG.warnf("Lost the Redis subscription: %s", cause);
    losses.increment();
    if (!Mechanism.RESUBSCRIPTION.isOn()) {
      kept.end();
    }
    if (active) {
      active = false;
      apart(() -> listeners.forEach(SubscriptionListener::lost));
    }
  }

  private void lookLater() {
    timers.after(config.tickEvery(), timer -> look());
  }

  private void look() {
    publisher.publish(heartbeat, "");
    if (Mechanism.HEARTBEAT.isOn() && silence.isTooLong()) {
      kept.giveUp("nothing arrives");
    }
    lookLater();
  }

  /** Whoever listens is gone soon: what still comes is for nobody. Waits for what is under way. */
  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    ending = true;
    CountDownLatch quiet = new CountDownLatch(1);
    kept.loop().runOnContext(turn -> quiet.countDown());
    if (!quiet.await(LAST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("The subscription is still busy while the gateway stops");
    }
  }

  @PreDestroy
  void end() {
    kept.end();
  }
}
