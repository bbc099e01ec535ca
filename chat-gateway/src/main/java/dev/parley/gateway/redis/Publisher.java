package dev.parley.gateway.redis;

import dev.parley.gateway.Timers;
import dev.parley.protocol.Mechanism;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Sends commands to Redis on one connection of its own, pipelined and in the order of the calls:
 * through the pool they would overtake each other. Thread-safe; never blocks.
 *
 * <p>Nothing waits for a Redis that is away: what is sent then fails at once and is counted, and so
 * is what goes beyond {@value #MAX_UNANSWERED} unanswered commands. A connection on which nothing
 * was answered for {@link RedisConfig#hungAfter()} is closed, which fails all that was sent on it.
 * Whether Redis did any of that is not known.
 */
@Singleton
public class Publisher implements KeptConnection.Owner {

  static final int MAX_UNANSWERED = 10_000;

  private static final Logger LOG = Logger.getLogger(Publisher.class);

  private final KeptConnection kept;
  private final RedisConfig config;
  private final Timers timers;
  private final Silence silence;
  private final Counter dropped;
  private final Counter losses;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Optional<ClientIdentity> identity = Optional.empty();
  private volatile RedisConnection connection;

  Publisher(
      DedicatedClients clients,
      RedisConfig config,
      Vertx vertx,
      Timers timers,
      MeterRegistry metrics) {
    this.config = config;
    this.timers = timers;
    this.silence = Silence.of(config);
    this.kept = new KeptConnection(clients, config, vertx, timers, this);
    this.dropped = metrics.counter("parley.redis.commands.dropped");
    this.losses = metrics.counter("parley.redis.connections.lost", "connection", "publisher");
    metrics.gauge("parley.redis.publisher.connected", this, self -> self.isConnected() ? 1 : 0);
  }

  void begin(@Observes StartupEvent started) {
    kept.begin();
    kept.loop().runOnContext(begun -> lookLater());
  }

  boolean isConnected() {
    return connection != null;
  }

  /** Runs on an event loop, each time that there is a new connection. */
  public void whenConnected(Runnable listener) {
    listeners.add(listener);
    if (isConnected()) {
      kept.loop().runOnContext(connected -> listener.run());
    }
  }

  void publish(String channel, String payload) {
    send(Request.cmd(Command.PUBLISH).arg(channel).arg(payload));
  }

  /** In turn with the publishes; nobody learns whether it was done. */
  public void send(Request request) {
    submit(1, open -> open.send(request));
  }

  /**
   * In turn with the publishes, and sent at once, not only when somebody subscribes. The commands
   * stand together: nobody else's come between them, so they may be a transaction.
   *
   * @return the answers; a failure where Redis refuses one of them or is away
   */
  public Uni<List<Response>> ask(List<Request> requests) {
    Future<List<Response>> answers = submit(requests.size(), open -> open.batch(requests));
    return Uni.createFrom().completionStage(answers::toCompletionStage);
  }

  /** What to do with the connection. */
  private interface Exchange<T> {
    Future<T> on(RedisConnection open);
  }

  private <T> Future<T> submit(int commands, Exchange<T> exchange) {
    Promise<T> promise = Promise.promise();
    if (unanswered.addAndGet(commands) > MAX_UNANSWERED || connection == null) {
      finish(commands, promise, Future.failedFuture("Redis is down"));
    } else {
      kept.loop().runOnContext(turn -> begin(commands, exchange, promise));
    }
    return promise.future();
  }

  private <T> void begin(int commands, Exchange<T> exchange, Promise<T> promise) {
    RedisConnection open = connection;
    Future<T> answer = open == null ? Future.failedFuture("Redis is down") : exchange.on(open);
    answer.onComplete(result -> finish(commands, promise, result));
  }

  private <T> void finish(int commands, Promise<T> promise, AsyncResult<T> result) {
    unanswered.addAndGet(-commands);
    if (result.succeeded() || result.cause() instanceof ErrorType) {
      silence.heard();
    }
    if (result.failed()) {
      dropped.increment(commands);
    }
    promise.handle(result);
  }

  @Override
  public void opened(RedisConnection made) {
    silence.heard();
    identity.ifPresent(old -> made.send(old.kill()));
    identity = Optional.empty();
    made.send(ClientIdentity.question())
        .onSuccess(answer -> identity = ClientIdentity.parse(answer.toString()));
    connection = made;
    listeners.forEach(Runnable::run);
  }

  @Override
  public void lost(String cause) {
    LOG.warnf("Lost the Redis connection for publishing: %s", cause);
    connection = null;
    losses.increment();
  }

  private void lookLater() {
    timers.after(config.tickEvery(), timer -> look());
  }

  private void look() {
    if (connection == null || unanswered.get() == 0) {
      silence.heard();
    }
    if (Mechanism.HEARTBEAT.isOn() && silence.isTooLong()) {
      kept.giveUp("Redis does not answer");
    }
    lookLater();
  }

  @PreDestroy
  void end() {
    kept.end();
  }
}
