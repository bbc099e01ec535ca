package dev.parley.gateway.message;

import dev.parley.gateway.Timers;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.history.HistoryReplicas;
import dev.parley.gateway.redis.SubscriptionListener;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastPlaces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Makes certain what Redis makes fast: asks the history service again and again what was committed
 * lately, and has repaired what did not come here. Asks at once when the subscription to Redis is
 * back, and more often while there is none. Where the feed does not reach, and now and then in any
 * case, it asks how far each conversation goes. Asks for nothing while nobody is connected.
 */
@Singleton
class FeedReader implements SubscriptionListener {

  private static final Logger LOG = Logger.getLogger(FeedReader.class);
  private static final Duration TICK = Duration.ofMillis(100);

  /** How often it asks. */
  @ConfigMapping(prefix = "parley.feed")
  interface Config {

    /** While messages come through Redis as well. */
    @WithDefault("1S")
    Duration every();

    /** While they don't. */
    @WithDefault("300MS")
    Duration everyWithoutRedis();

    /** For how far each conversation goes. */
    @WithDefault("30S")
    Duration lookAtAllEvery();
  }

  private final HistoryReplicas history;
  private final ConversationOrders orders;
  private final Connections connections;
  private final Config config;
  private final Timers timers;
  private final Counter reads;
  private final Counter failures;
  private final FeedPosition position = new FeedPosition();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile boolean subscribed;
  private volatile boolean dueAtOnce;
  private volatile long readAtNanos;
  private volatile long lookedAtAllNanos = System.nanoTime();

  FeedReader(
      HistoryReplicas history,
      ConversationOrders orders,
      Connections connections,
      Config config,
      Timers timers,
      MeterRegistry metrics) {
    this.history = history;
    this.orders = orders;
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
      timers.every(TICK, tick -> readIfDue());
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
    if (isDue() && !connections.isEmpty() && underWay.compareAndSet(false, true)) {
      dueAtOnce = false;
      read()
          .onTermination()
          .invoke(() -> underWay.set(false))
          .subscribe()
          .with(done -> {}, this::failed);
    }
  }

  private void failed(Throwable failure) {
    failures.increment();
    LOG.debugf("The feed failed: %s", failure.getMessage());
  }

  private boolean isDue() {
    Duration pace = subscribed ? config.every() : config.everyWithoutRedis();
    return dueAtOnce || age().compareTo(pace) >= 0;
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - readAtNanos);
  }

  private Uni<Void> read() {
    reads.increment();
    return history.ask(service -> service.feed(position.since())).chain(this::follow);
  }

  private Uni<Void> follow(ReadFeed.Answer answer) {
    readAtNanos = System.nanoTime();
    answer
        .ranges()
        .forEach(range -> orders.committed(range.conversation(), range.from(), range.to()));
    if (answer.complete() && !isLookAtAllDue()) {
      position.readUntil(answer.until());
      return Uni.createFrom().voidItem();
    }
    return lookAtAll().invoke(() -> position.readUntil(answer.until()));
  }

  private boolean isLookAtAllDue() {
    return System.nanoTime() - lookedAtAllNanos > config.lookAtAllEvery().toNanos();
  }

  private Uni<Void> lookAtAll() {
    return Multi.createFrom()
        .iterable(batches(orders.started()))
        .onItem()
        .transformToUniAndConcatenate(
            batch -> history.ask(service -> service.lastPlaces(new ReadLastPlaces.Request(batch))))
        .invoke(this::follow)
        .collect()
        .last()
        .invoke(() -> lookedAtAllNanos = System.nanoTime())
        .replaceWithVoid();
  }

  private static List<List<ConversationId>> batches(List<ConversationId> all) {
    List<List<ConversationId>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ReadLastPlaces.MAX_CONVERSATIONS) {
      int to = Math.min(all.size(), from + ReadLastPlaces.MAX_CONVERSATIONS);
      batches.add(all.subList(from, to));
    }
    return batches;
  }

  private void follow(ReadLastPlaces.Answer answer) {
    answer
        .lastSeqs()
        .forEach((name, last) -> orders.committed(ConversationId.parse(name), last, last));
  }
}
