package dev.parley.gateway.append;

import dev.parley.http.Replicas;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.internal.TraceParent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One append to the history service in flight; all that comes meanwhile goes as the next batch. A
 * batch goes at the end of the event loop's turn, with what other clients sent at the same time. So
 * messages of one lane keep their order, and batches are as large as the load makes them.
 *
 * <p>What follows a batch of at least {@value #MANY} gathers a little longer: each batch costs
 * every service a turn, whatever is in it, and under load these turns are what a command waits for.
 * Where few write, nothing waits.
 *
 * <p>An append without an answer is made again, at once and then with a pause between attempts,
 * until its commands are too old; then their senders are told. Every command has an idempotency
 * key, so that none is done twice. Thread-safe.
 */
final class AppendLane {

  static final Duration PAUSE = Duration.ofMillis(100);

  /** From here on a batch is a sign of load. */
  static final int MANY = 16;

  private final Function<AppendCommands.Request, Uni<AppendCommands.Answer>> history;
  private final Consumer<AppendOutcome> outcomes;
  private final Duration gatherUnderLoad;
  private final Duration retryWithin;
  private final LongSupplier nanoClock;
  private final BiConsumer<Duration, Runnable> later;
  private final Deque<PendingCommand> waiting = new ArrayDeque<>();
  private boolean gathering;
  private boolean inFlight;
  private int lastBatch;
  private int failuresInARow;

  /**
   * @param history one attempt
   * @param gatherUnderLoad how long a batch gathers that follows a large one
   * @param retryWithin how old a command may be for another attempt
   * @param later runs a task after a time; after none: at the end of the event loop's turn
   */
  AppendLane(
      Function<AppendCommands.Request, Uni<AppendCommands.Answer>> history,
      Consumer<AppendOutcome> outcomes,
      Duration gatherUnderLoad,
      Duration retryWithin,
      LongSupplier nanoClock,
      BiConsumer<Duration, Runnable> later) {
    this.history = history;
    this.outcomes = outcomes;
    this.gatherUnderLoad = gatherUnderLoad;
    this.retryWithin = retryWithin;
    this.nanoClock = nanoClock;
    this.later = later;
  }

  void append(PendingCommand command) {
    synchronized (this) {
      waiting.add(command);
    }
    sendSoon();
  }

  private void sendSoon() {
    gathering().ifPresent(time -> later.accept(time, this::sendNext));
  }

  /** How long the next batch gathers from now on; empty where it does so already, or may not go. */
  private synchronized Optional<Duration> gathering() {
    if (gathering || inFlight || waiting.isEmpty()) {
      return Optional.empty();
    }
    gathering = true;
    boolean waitsForMore = lastBatch >= MANY && waiting.size() < AppendCommands.MAX_COMMANDS;
    return Optional.of(waitsForMore ? gatherUnderLoad : Duration.ZERO);
  }

  private void sendNext() {
    List<PendingCommand> batch = nextBatch();
    if (!batch.isEmpty()) {
      send(batch);
    }
  }

  /** Empty while another one is in flight. */
  private synchronized List<PendingCommand> nextBatch() {
    gathering = false;
    List<PendingCommand> batch = new ArrayList<>();
    while (!inFlight && batch.size() < AppendCommands.MAX_COMMANDS && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    inFlight |= !batch.isEmpty();
    lastBatch = batch.size();
    return batch;
  }

  private void send(List<PendingCommand> batch) {
    List<Command> commands = batch.stream().map(PendingCommand::command).toList();
    history
        .apply(new AppendCommands.Request(commands, traces(batch)))
        .subscribe()
        .with(answer -> stored(batch, answer), failure -> failed(batch, failure));
  }

  private static Map<Integer, TraceParent> traces(List<PendingCommand> batch) {
    Map<Integer, TraceParent> traces = new HashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      TraceParent parent = batch.get(i).span().traceParent();
      if (parent != null) {
        traces.put(i, parent);
      }
    }
    return traces;
  }

  private void stored(List<PendingCommand> batch, AppendCommands.Answer answer) {
    failuresInARow = 0;
    settle(new AppendOutcome.Stored(batch, answer.receipts()), this::goOn);
  }

  private void failed(List<PendingCommand> batch, Throwable failure) {
    failuresInARow++;
    if (Mechanism.APPEND_RETRY.isOn() && Replicas.mayPass(failure)) {
      settle(new AppendOutcome.Failed(tooOldAmong(batch), failure), this::tryAgain);
    } else {
      settle(new AppendOutcome.Failed(batch, failure), this::goOn);
    }
  }

  /** Puts the others back to where they were: before all that came since. */
  private synchronized List<PendingCommand> tooOldAmong(List<PendingCommand> batch) {
    long now = nanoClock.getAsLong();
    batch.reversed().forEach(waiting::addFirst);
    List<PendingCommand> tooOld =
        waiting.stream().filter(command -> isTooOld(command, now)).toList();
    waiting.removeIf(command -> isTooOld(command, now));
    return tooOld;
  }

  private boolean isTooOld(PendingCommand command, long nowNanos) {
    return nowNanos - command.sinceNanos() > retryWithin.toNanos();
  }

  private void settle(AppendOutcome outcome, Runnable next) {
    try {
      outcomes.accept(outcome);
    } finally {
      next.run();
    }
  }

  /** The first time at once: another replica may do. */
  private void tryAgain() {
    if (failuresInARow == 1) {
      goOn();
    } else {
      later.accept(PAUSE, this::goOn);
    }
  }

  private void goOn() {
    synchronized (this) {
      inFlight = false;
    }
    sendSoon();
  }
}
