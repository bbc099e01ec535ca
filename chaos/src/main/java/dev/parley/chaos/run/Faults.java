package dev.parley.chaos.run;

import dev.parley.chaos.ChaosOptions;
import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.evidence.FaultWindow;
import dev.parley.chaos.schedule.Batch;
import dev.parley.chaos.schedule.FaultKind;
import dev.parley.chaos.schedule.PlannedFault;
import dev.parley.chaos.schedule.Target;
import dev.parley.stack.LocalStack;
import dev.parley.stack.StackException;
import dev.parley.stack.StackPart;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Causes faults. Faults of different parts may overlap. A part has one at a time; the next one
 * waits until the part is up again.
 */
final class Faults implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(2);
  private static final Duration SLOW_RECOVERY_LIMIT = Duration.ofMinutes(8);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final LocalStack stack;
  private final RunClock clock;
  private final Consumer<String> progress;
  private final ChaosOptions options;
  private final List<FaultWindow> windows = new CopyOnWriteArrayList<>();
  private final Map<Target, ExecutorService> oneAtATime = new EnumMap<>(Target.class);

  Faults(LocalStack stack, RunClock clock, Consumer<String> progress, ChaosOptions options) {
    this.stack = stack;
    this.clock = clock;
    this.progress = progress;
    this.options = options;
    for (Target target : Target.values()) {
      oneAtATime.put(
          target, Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
    }
  }

  /** Returns when every part is up again. */
  void run(Batch batch) {
    long begin = clock.now();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    Starvation starvation = new Starvation(new Random(options.seed()));
    if (options.slow()) {
      oneAtATime.forEach((target, thread) -> starvation.of(part(target), thread));
    }
    for (PlannedFault fault : batch.faults()) {
      Pause.of(fault.after().minusNanos(clock.now() - begin));
      all.add(CompletableFuture.runAsync(() -> happen(fault), oneAtATime.get(fault.target())));
    }
    Pause.of(batch.lasting().minusNanos(clock.now() - begin));
    all.forEach(CompletableFuture::join);
    starvation.end();
    if (options.slow()) {
      tellOfStarvation(begin);
    }
  }

  /** Reports each part as paused all the time, because it was paused many times. */
  private void tellOfStarvation(long begin) {
    for (Target target : Target.values()) {
      windows.add(new FaultWindow(FaultKind.PAUSE, target, begin, clock.now(), true));
    }
  }

  private void happen(PlannedFault fault) {
    StackPart part = part(fault.target());
    long from = clock.now();
    strike(fault.kind(), part);
    Pause.of(fault.lasting());
    boolean recovered = recover(fault.kind(), part);
    long to = clock.now();
    windows.add(new FaultWindow(fault.kind(), fault.target(), from, to, recovered));
    progress.accept(
        String.format(
            Locale.ROOT,
            "%7.1f s  %s; %s after %.1f s",
            from / 1e9,
            fault,
            recovered ? "up again" : "NOT up again",
            (to - from) / 1e9));
  }

  private static void strike(FaultKind kind, StackPart part) {
    switch (kind) {
      case GATEWAY, HISTORY, AUTH, REDIS, POSTGRES -> part.kill();
      case PAUSE -> part.pause();
      case DRAIN -> part.process().stop(STOP_LIMIT);
    }
  }

  private boolean recover(FaultKind kind, StackPart part) {
    if (kind == FaultKind.PAUSE) {
      part.resume();
      return true;
    }
    long deadline = clock.now() + recoveryLimit().toNanos();
    while (!isRestarted(part)) {
      if (clock.now() > deadline) {
        return false;
      }
      Pause.of(RETRY);
    }
    return true;
  }

  private Duration recoveryLimit() {
    return options.slow() ? SLOW_RECOVERY_LIMIT : RECOVERY_LIMIT;
  }

  /** A service cannot start while PostgreSQL is down; that is not its own failure. */
  private boolean isRestarted(StackPart part) {
    try {
      part.restart();
      return true;
    } catch (StackException e) {
      progress.accept(
          String.format(
              Locale.ROOT, "%7.1f s  %s did not start yet", clock.now() / 1e9, part.name()));
      return false;
    }
  }

  private StackPart part(Target target) {
    return switch (target) {
      case GATEWAY_1 -> stack.gateways().get(0);
      case GATEWAY_2 -> stack.gateways().get(1);
      case HISTORY_1 -> stack.history().get(0);
      case HISTORY_2 -> stack.history().get(1);
      case AUTH_1 -> stack.auth().get(0);
      case AUTH_2 -> stack.auth().get(1);
      case REDIS -> stack.redis();
      case POSTGRES -> stack.postgres();
    };
  }

  List<FaultWindow> windows() {
    return List.copyOf(windows);
  }

  @Override
  public void close() {
    oneAtATime.values().forEach(ExecutorService::shutdownNow);
  }
}
