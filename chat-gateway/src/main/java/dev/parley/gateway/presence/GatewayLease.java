package dev.parley.gateway.presence;

import dev.parley.gateway.GatewayId;
import dev.parley.gateway.OneAtATime;
import dev.parley.gateway.Timers;
import dev.parley.gateway.redis.Publisher;
import dev.parley.gateway.redis.SubscriptionListener;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Renews this gateway's lease in Redis, and compares what is known of its own users and of the
 * others' with what stands there: each {@link PresenceConfig#renewEvery()}, and at once when a
 * connection to Redis is back. One renewal is under way at a time, and none takes longer than
 * {@link #LIMIT}. It costs three small commands and two for each other gateway, beside the reading
 * of this gateway's own hash. None of them needs memory of a Redis that is full.
 */
@Singleton
class GatewayLease implements SubscriptionListener {

  static final Duration LIMIT = Duration.ofSeconds(3);

  private static final Logger LOG = Logger.getLogger(GatewayLease.class);
  private static final Duration LAST_WORD = Duration.ofMillis(500);

  private final String self;
  private final OwnPresence own;
  private final DeadGateways dead;
  private final OtherGateways others;
  private final PresenceConfig config;
  private final Publisher redis;
  private final Timers timers;
  private final OneAtATime renewal = new OneAtATime(this::renewOrLog);
  private final UnbrokenContact contact = new UnbrokenContact(System::nanoTime);
  private volatile boolean stopping;

  GatewayLease(
      GatewayId self,
      OwnPresence own,
      DeadGateways dead,
      OtherGateways others,
      PresenceConfig config,
      Publisher redis,
      Timers timers) {
    this.self = self.value();
    this.own = own;
    this.dead = dead;
    this.others = others;
    this.config = config;
    this.redis = redis;
    this.timers = timers;
    redis.whenConnected(this::connected);
  }

  void begin(@Observes StartupEvent started) {
    timers.every(config.renewEvery(), timer -> renewal.run());
  }

  /** Redis may have been started anew and be empty; what it has is written over. */
  private void connected() {
    contact.broke();
    own.announce();
    renewal.run();
  }

  @Override
  public void lost() {
    contact.broke();
  }

  /** Changes may have been missed. */
  @Override
  public void subscribed() {
    contact.broke();
    renewal.run();
  }

  private Uni<Void> renewOrLog() {
    return stopping
        ? Uni.createFrom().voidItem()
        : renew()
            .ifNoItem()
            .after(LIMIT)
            .fail()
            .onFailure()
            .invoke(failure -> LOG.debugf("The lease was not renewed: %s", failure.getMessage()));
  }

  private Uni<Void> renew() {
    return redis
        .ask(renewalCommands())
        .call(this::writeWhatIsMissing)
        .call(() -> own.compare())
        .map(answers -> texts(answers.getLast()))
        .chain(gateways -> dead.tellApart(gateways, contact.lasts(config.lease())))
        .chain(others::compare);
  }

  private List<Request> renewalCommands() {
    return List.of(
        Request.cmd(Command.PEXPIRE)
            .arg(RedisNames.gatewayLease(self))
            .arg(config.lease().toMillis()),
        Request.cmd(Command.SISMEMBER).arg(RedisNames.GATEWAYS).arg(self),
        Request.cmd(Command.SMEMBERS).arg(RedisNames.GATEWAYS));
  }

  /** Where Redis has lost this gateway's lease, it has perhaps lost everybody's. */
  private Uni<Void> writeWhatIsMissing(List<Response> answers) {
    boolean hadLease = answers.get(0).toInteger() == 1;
    boolean isKnown = answers.get(1).toInteger() == 1;
    if (!hadLease) {
      contact.broke();
    }
    return hadLease && isKnown ? Uni.createFrom().voidItem() : write();
  }

  private Uni<Void> write() {
    String lease = RedisNames.gatewayLease(self);
    return redis
        .ask(
            List.of(
                Request.cmd(Command.PSETEX).arg(lease).arg(config.lease().toMillis()).arg("alive"),
                Request.cmd(Command.SADD).arg(RedisNames.GATEWAYS).arg(self)))
        .replaceWithVoid();
  }

  private List<String> texts(Response list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(Response::toString)
        .filter(gateway -> !gateway.equals(self))
        .toList();
  }

  /** The users of a gateway that stops have the grace to come back elsewhere. */
  void shorten(@Observes ShutdownEvent stop) {
    stopping = true;
    try {
      redis
          .ask(
              List.of(
                  Request.cmd(Command.PEXPIRE)
                      .arg(RedisNames.gatewayLease(self))
                      .arg(config.grace().toMillis())))
          .await()
          .atMost(LAST_WORD);
    } catch (RuntimeException e) {
      LOG.debugf("The lease was not shortened: %s", e.getMessage());
    }
  }
}
