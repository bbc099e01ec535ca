package dev.parley.gateway.message;

import dev.parley.gateway.Timers;
import dev.parley.gateway.history.StoredMessages;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.internal.ReadMessages.Range;
import dev.parley.protocol.internal.StoredMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
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

    /** How long a message may be late before it is taken for lost. */
    @WithDefault("100MS")
    Duration after();

    /** How long to wait when the history service did not answer. */
    @WithDefault("500MS")
    Duration retryAfter();
  }

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final StoredMessages stored;
  private final MessageFrames frames;
  private final Timers timers;
  private final Config config;
  private final Counter repairs;
  private final Counter failures;
  private final Counter messages;
  private final Set<ConversationOrder> underWay = ConcurrentHashMap.newKeySet();

  Repair(
      StoredMessages stored,
      MessageFrames frames,
      Timers timers,
      Config config,
      MeterRegistry metrics) {
    this.stored = stored;
    this.frames = frames;
    this.timers = timers;
    this.config = config;
    this.repairs = metrics.counter("parley.repairs");
    this.failures = metrics.counter("parley.repairs.failed");
    this.messages = metrics.counter("parley.repairs.messages");
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

  private void accept(List<StoredMessage> found, ConversationOrder order) {
    messages.increment(found.size());
    order.accept(found.stream().map(frames::relayed).toList());
    later(found.isEmpty() ? config.retryAfter() : AT_ONCE, order);
  }
}
