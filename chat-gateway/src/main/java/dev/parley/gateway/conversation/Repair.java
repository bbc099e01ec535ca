package dev.parley.gateway.conversation;

import dev.parley.gateway.Timers;
import dev.parley.gateway.frame.EventFrames;
import dev.parley.gateway.history.StoredEvents;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.internal.ReadEvents.Found;
import dev.parley.protocol.internal.ReadEvents.Range;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Fetches what is missing of a conversation from the history service: once for this gateway,
 * however many clients wait for it, and again until it has it.
 */
@Singleton
class Repair {

  private static final Logger LOG = Logger.getLogger(Repair.class);

  /** When and how often to look for what is missing. */
  @ConfigMapping(prefix = "parley.repair")
  interface Config {

    /** How long an event may be late before it is taken for lost. */
    @WithDefault("100MS")
    Duration after();

    /** How long to wait when the history service did not answer. */
    @WithDefault("500MS")
    Duration retryAfter();
  }

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final StoredEvents stored;
  private final EventFrames frames;
  private final Timers timers;
  private final Config config;
  private final Counter repairs;
  private final Counter failures;
  private final Counter events;
  private final Set<ConversationOrder> underWay = ConcurrentHashMap.newKeySet();

  Repair(
      StoredEvents stored,
      EventFrames frames,
      Timers timers,
      Config config,
      MeterRegistry metrics) {
    this.stored = stored;
    this.frames = frames;
    this.timers = timers;
    this.config = config;
    this.repairs = metrics.counter("parley.repairs");
    this.failures = metrics.counter("parley.repairs.failed");
    this.events = metrics.counter("parley.repairs.events");
    metrics.gaugeCollectionSize("parley.repairs.under.way", Tags.empty(), underWay);
  }

  /** Gives what is missing, if anything is, a moment to arrive by itself; then fetches it. */
  void ifMissing(ConversationOrder order) {
    if (Mechanism.REPAIR.isOn() && order.missing().isPresent() && underWay.add(order)) {
      later(config.after(), order);
    }
  }

  private void later(Duration wait, ConversationOrder order) {
    timers.after(wait, timer -> repair(order));
  }

  private void repair(ConversationOrder order) {
    order.missing().ifPresentOrElse(range -> fetch(range, order), () -> finish(order));
  }

  private void finish(ConversationOrder order) {
    underWay.remove(order);
    ifMissing(order);
  }

  private void fetch(Range range, ConversationOrder order) {
    repairs.increment();
    stored
        .read(range)
        .invoke(found -> accept(found, order))
        .subscribe()
        .with(
            found -> {},
            failure -> {
              failures.increment();
              LOG.debugf("Repair of %s failed: %s", range, failure.getMessage());
              later(config.retryAfter(), order);
            });
  }

  private void accept(Found found, ConversationOrder order) {
    events.increment(found.events().size());
    order.skipTo(found.firstSeq());
    order.accept(found.events().stream().map(frames::relayed).toList());
    later(found.events().isEmpty() ? config.retryAfter() : AT_ONCE, order);
  }
}
