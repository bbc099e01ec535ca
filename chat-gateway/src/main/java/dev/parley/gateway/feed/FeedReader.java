package dev.parley.gateway.feed;

import dev.parley.gateway.Timers;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.history.HistoryReplicas;
import dev.parley.gateway.redis.SubscriptionListener;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.internal.ReadFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Makes certain what Redis makes fast: asks the history service again and again what was committed
 * since the last answer, and has what did not come here repaired. The feed tells of every event
 * once, so its cursor moves only when the {@link Conversations} know all that it told.
 *
 * <p>It asks at once when the subscription to Redis is back or when there is more, and more often
 * while there is no subscription. It asks for nothing while nobody is connected, and begins anew
 * after that; then, and where its cursor means nothing, {@link LookAtAll} finds what came before.
 */
@Singleton
class FeedReader implements SubscriptionListener {

  private static final Logger LOG = Logger.getLogger(FeedReader.class);
  private static final Duration TICK = Duration.ofMillis(100);

  /** How often it asks. */
  @ConfigMapping(prefix = "parley.feed")
  interface Config {
    /** While events come through Redis as well. */
    @WithDefault("1S")
    Duration every();

    /** While they don't. */
    @WithDefault("300MS")
    Duration everyWithoutRedis();

    /** For how far conversations go, whatever the feed said. */
    @WithDefault("30S")
    Duration lookAtAllEvery();
  }

  private final HistoryReplicas history;
  private final Conversations conversations;
  private final LookAtAll look;
  private final Connections connections;
  private final Config config;
  private final Timers timers;
  private final Counter reads;
  private final Counter failures;
  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile String cursor;
  private volatile boolean subscribed;
  private volatile boolean dueAtOnce;
  private volatile long readAtNanos;
  private volatile long lookedNanos = System.nanoTime();

  FeedReader(
      HistoryReplicas history,
      Conversations conversations,
      LookAtAll look,
      Connections connections,
      Config config,
      Timers timers,
      MeterRegistry metrics) {
    this.history = history;
    this.conversations = conversations;
    this.look = look;
    this.connections = connections;
    this.config = config;
    this.timers = timers;
    this.reads = metrics.counter("parley.feed.reads");
    this.failures = metrics.counter("parley.feed.reads.failed");
    metrics.gauge("parley.feed.age.seconds", this, reader -> reader.age().toMillis() / 1000.0);
  }

  void begin(@Observes StartupEvent started) {
    readAtNanos = System.nanoTime();
    if (Mechanism.FEED.isOn()) {
      tickLater();
    }
  }

  /** Seldom while it rests. */
  private void tickLater() {
    timers.after(connections.isEmpty() ? config.every() : TICK, timer -> tick());
  }

  private void tick() {
    try {
      readIfDue();
    } finally {
      tickLater();
    }
  }

  @Override
  public void subscribed() {
    subscribed = true;
    dueAtOnce = true;
  }

  @Override
  public void lost() {
    subscribed = false;
  }

  private void readIfDue() {
    if (isDue() && underWay.compareAndSet(false, true)) {
      dueAtOnce = false;
      readOrRest()
          .onTermination()
          .invoke(() -> underWay.set(false))
          .subscribe()
          .with(done -> {}, this::failed);
    }
  }

  private void failed(Throwable failure) {
    failures.increment();
    LOG.debugf("The feed could not be read: %s", failure.getMessage());
  }

  private boolean isDue() {
    Duration pace = subscribed ? config.every() : config.everyWithoutRedis();
    return dueAtOnce || age().compareTo(pace) >= 0;
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - readAtNanos);
  }

  /** Whoever comes while it rests is told by the greeting how things stand. */
  private Uni<Void> readOrRest() {
    if (connections.isEmpty()) {
      cursor = null;
      readAtNanos = System.nanoTime();
      return Uni.createFrom().voidItem();
    }
    reads.increment();
    return history.ask(service -> service.feed(cursor)).chain(this::follow);
  }

  private Uni<Void> follow(ReadFeed.Answer answer) {
    readAtNanos = System.nanoTime();
    answer
        .ranges()
        .forEach(range -> conversations.told(range.conversation(), range.from(), range.to()));
    if (!answer.continuous()) {
      return look.atEverything().invoke(() -> goOn(answer));
    }
    goOn(answer);
    return lookIfDue();
  }

  private void goOn(ReadFeed.Answer answer) {
    cursor = answer.cursor();
    dueAtOnce |= !answer.complete();
  }

  private Uni<Void> lookIfDue() {
    if (System.nanoTime() - lookedNanos < config.lookAtAllEvery().toNanos()) {
      return Uni.createFrom().voidItem();
    }
    return look.atTheNextPart().invoke(() -> lookedNanos = System.nanoTime());
  }
}
