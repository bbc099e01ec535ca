package dev.parley.history.append;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** Metrics of the append for operators. */
final class AppendMetrics {

  private final MeterRegistry registry;
  private final DistributionSummary transactionMessages;
  private final Timer transaction;
  private final Timer request;
  private final Counter failures;
  private final Counter refusals;

  AppendMetrics(MeterRegistry registry) {
    this.registry = registry;
    transactionMessages =
        DistributionSummary.builder("parley.append.transaction.messages")
            .description("Messages committed by one transaction")
            .publishPercentileHistogram()
            .register(registry);
    transaction =
        Timer.builder("parley.append.transaction")
            .description("Time of one transaction, its repetitions included")
            .publishPercentileHistogram()
            .register(registry);
    request =
        Timer.builder("parley.append.request")
            .description("Time from the arrival of a request to its answer")
            .publishPercentileHistogram()
            .register(registry);
    failures = counter(registry, "parley.append.failures", "Requests answered with 503");
    refusals = counter(registry, "parley.append.refusals", "Of them: refused for a full queue");
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  void watchWaiting(Supplier<Number> waitingMessages) {
    Gauge.builder("parley.append.waiting", waitingMessages)
        .description("Messages that wait for the writer")
        .register(registry);
  }

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void committed(Timer.Sample since, int messages) {
    since.stop(transaction);
    transactionMessages.record(messages);
  }

  void answered(Timer.Sample since, boolean failed) {
    since.stop(request);
    if (failed) {
      failures.increment();
    }
  }

  void refused() {
    failures.increment();
    refusals.increment();
  }
}
