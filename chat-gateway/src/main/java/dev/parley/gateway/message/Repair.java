package dev.parley.gateway.message;

import dev.parley.gateway.history.HistoryService;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadMessages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
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

  private final HistoryService history;
  private final MessageFrames frames;
  private final Vertx vertx;
  private final Config config;
  private final Counter repairs;
  private final Set<ConversationOrder> underWay = ConcurrentHashMap.newKeySet();

  Repair(
      @RestClient HistoryService history,
      MessageFrames frames,
      Vertx vertx,
      Config config,
      MeterRegistry metrics) {
    this.history = history;
    this.frames = frames;
    this.vertx = vertx;
    this.config = config;
    this.repairs = metrics.counter("parley.repairs");
  }

  /** Gives what is missing a moment to arrive by itself; then fetches it. */
  void soon(ConversationId conversation, ConversationOrder order) {
    if (underWay.add(order)) {
      later(config.after(), conversation, order);
    }
  }

  private void later(Duration wait, ConversationId conversation, ConversationOrder order) {
    vertx.setTimer(wait.toMillis(), timer -> repair(conversation, order));
  }

  private void repair(ConversationId conversation, ConversationOrder order) {
    if (!order.isMissingAny()) {
      underWay.remove(order);
      return;
    }
    repairs.increment();
    Sequence from = order.firstMissing();
    history
        .messages(
            conversation.toString(), from.value(), from.value() + ReadMessages.MAX_MESSAGES - 1)
        .subscribe()
        .with(
            found -> accept(conversation, order, found),
            failure -> {
              LOG.debugf("Repair of %s failed: %s", conversation, failure.getMessage());
              later(config.retryAfter(), conversation, order);
            });
  }

  private void accept(
      ConversationId conversation, ConversationOrder order, ReadMessages.Answer found) {
    order.accept(found.messages().stream().map(frames::relayed).toList());
    later(
        found.messages().isEmpty() ? config.retryAfter() : Duration.ofMillis(1),
        conversation,
        order);
  }
}
