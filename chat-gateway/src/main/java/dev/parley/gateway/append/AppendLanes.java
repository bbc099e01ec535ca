package dev.parley.gateway.append;

import dev.parley.gateway.Timers;
import dev.parley.gateway.history.HistoryReplicas;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Where commands wait to be stored. A conversation has one lane, so its commands keep their order;
 * a slow batch of one lane does not hold up the others. At most {@link Config#maxWaiting()}
 * commands wait in all; one more is refused at once, and its sender told to try again.
 */
@Singleton
class AppendLanes {

  /** How much goes on at once. */
  @ConfigMapping(prefix = "parley.append")
  interface Config {

    /** Appends in flight to the history service. */
    @WithDefault("2")
    int lanes();

    /** How long a lane gathers commands for a batch that follows one of many. */
    @WithDefault("5MS")
    Duration gatherUnderLoad();

    /** Commands that may wait in all. */
    @WithDefault("20000")
    int maxWaiting();

    /** How old a command may be for another attempt; an attempt takes 1.5 s at most. */
    @WithDefault("3200MS")
    Duration retryWithin();
  }

  private final List<AppendLane> lanes;
  private final int maxWaiting;
  private final AtomicInteger waiting = new AtomicInteger();
  private final HistoryReplicas history;
  private final AppendSettlement settlement;
  private final Vertx vertx;
  private final Counter failedAttempts;

  AppendLanes(
      HistoryReplicas history,
      AppendSettlement settlement,
      Config config,
      Timers timers,
      Vertx vertx,
      MeterRegistry metrics) {
    this.history = history;
    this.vertx = vertx;
    this.settlement = settlement;
    this.maxWaiting = config.maxWaiting();
    this.lanes = Stream.generate(() -> lane(config, timers)).limit(config.lanes()).toList();
    this.failedAttempts = metrics.counter("parley.append.attempts.failed");
    metrics.gauge("parley.append.waiting", waiting);
  }

  private AppendLane lane(Config config, Timers timers) {
    return new AppendLane(
        this::attempt,
        this::settle,
        config.gatherUnderLoad(),
        config.retryWithin(),
        System::nanoTime,
        (pause, task) -> later(timers, pause, task));
  }

  private void later(Timers timers, Duration pause, Runnable task) {
    if (pause.isZero()) {
      vertx.getOrCreateContext().runOnContext(turn -> task.run());
    } else {
      timers.after(pause, timer -> task.run());
    }
  }

  private Uni<AppendCommands.Answer> attempt(AppendCommands.Request request) {
    return history
        .askOnce(service -> service.append(request))
        .onFailure()
        .invoke(() -> failedAttempts.increment());
  }

  /** False where too many wait: then nothing was taken. */
  boolean offer(PendingCommand command) {
    if (waiting.incrementAndGet() > maxWaiting) {
      waiting.decrementAndGet();
      return false;
    }
    laneOf(command.command()).append(command);
    return true;
  }

  private AppendLane laneOf(Command command) {
    return lanes.get(Math.floorMod(command.conversation().hashCode(), lanes.size()));
  }

  private void settle(AppendOutcome outcome) {
    waiting.addAndGet(-outcome.batch().size());
    settlement.settle(outcome);
  }
}
