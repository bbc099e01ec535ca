package dev.parley.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Metrics of connections for operators. Thread-safe; never blocks. */
@Singleton
public final class ConnectionMetrics {

  private final Counter opened;
  private final Counter deliveries;
  private final Map<Closing, Counter> closings = new EnumMap<>(Closing.class);

  ConnectionMetrics(MeterRegistry metrics) {
    this.opened = metrics.counter("parley.connections.opened");
    this.deliveries = metrics.counter("parley.deliveries");
    for (Closing closing : Closing.values()) {
      closings.put(closing, counter(metrics, closing));
    }
  }

  /** Registers all of them at the start, so that the first event shows as an increase. */
  private static Counter counter(MeterRegistry metrics, Closing closing) {
    return metrics.counter(
        "parley.connections.closed",
        "code",
        Integer.toString(closing.reason().getCode()),
        "reason",
        closing.name().toLowerCase(Locale.ROOT));
  }

  void opened() {
    opened.increment();
  }

  /** Counts connections that this gateway closes, and not those that clients or the network end. */
  public void closing(Closing reason) {
    closings.get(reason).increment();
  }

  /**
   * Messages that were handed to connections, once for each of them; one that has it already counts
   * as well. Called once for a run of an event loop, not for each message.
   */
  void delivered(long messages) {
    if (messages > 0) {
      deliveries.increment((double) messages);
    }
  }
}
