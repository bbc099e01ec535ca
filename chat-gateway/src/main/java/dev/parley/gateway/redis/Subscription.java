package dev.parley.gateway.redis;

import dev.parley.gateway.GatewayId;
import io.quarkus.arc.All;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The one subscription of this gateway, to every channel that somebody here listens to. When it
 * ends it is made again, until it holds; then the {@link SubscriptionListener}s are told.
 */
@Singleton
public class Subscription {

  private static final Logger LOG = Logger.getLogger(Subscription.class);
  private static final Duration RETRY_AFTER = Duration.ofMillis(250);

  private final ReactiveRedisDataSource redis;
  private final Vertx vertx;
  private final Map<String, Consumer<String>> receivers = new HashMap<>();
  private final List<SubscriptionListener> listeners;
  private volatile boolean active;
  private volatile boolean begun;
  private volatile boolean stopped;

  Subscription(
      ReactiveRedisDataSource redis,
      Vertx vertx,
      GatewayId self,
      @All List<GatewayListener> gatewayListeners,
      @All List<ServiceListener> serviceListeners,
      @All List<SubscriptionListener> listeners) {
    this.redis = redis;
    this.vertx = vertx;
    this.listeners = listeners;
    gatewayListeners.forEach(
        listener ->
            receivers.put(listener.channel(), payload -> withoutOrigin(self, payload, listener)));
    serviceListeners.forEach(listener -> receivers.put(listener.channel(), listener::received));
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
    subscribe();
  }

  private void subscribe() {
    AtomicBoolean ended = new AtomicBoolean();
    Consumer<Throwable> onEnd =
        cause -> {
          if (ended.compareAndSet(false, true)) {
            lost(cause);
          }
        };
    redis
        .pubsub(String.class)
        .subscribe(
            List.copyOf(receivers.keySet()),
            this::receive,
            () -> onEnd.accept(new IllegalStateException("the connection ended")),
            onEnd)
        .subscribe()
        .with(subscriber -> holds(), onEnd);
  }

  private void holds() {
    LOG.debug("Subscribed to Redis");
    active = true;
    begun = true;
    listeners.forEach(SubscriptionListener::subscribed);
  }

  void end(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  private void lost(Throwable cause) {
    if (stopped) {
      return;
    }
    if (active) {
      LOG.warnf("The Redis subscription is lost: %s", cause.getMessage());
      listeners.forEach(SubscriptionListener::lost);
    }
    active = false;
    vertx.setTimer(RETRY_AFTER.toMillis(), timer -> subscribe());
  }

  private void receive(String channel, String payload) {
    try {
      receivers.get(channel).accept(payload);
    } catch (RuntimeException e) {
      LOG.errorf(e, "What came on %s could not be read", channel);
    }
  }
}
