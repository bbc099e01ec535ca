package dev.parley.gateway.message;

import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.NewMessage;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One append to the history service in flight; all that comes meanwhile goes as the next batch. So
 * messages of one lane keep their order, and batches are as large as the load makes them, without a
 * timer. Thread-safe.
 */
final class AppendLane {

  private final Function<AppendMessages.Request, Uni<AppendMessages.Answer>> history;
  private final Consumer<AppendOutcome> outcomes;
  private final Queue<PendingMessage> waiting = new ArrayDeque<>();
  private boolean inFlight;

  AppendLane(
      Function<AppendMessages.Request, Uni<AppendMessages.Answer>> history,
      Consumer<AppendOutcome> outcomes) {
    this.history = history;
    this.outcomes = outcomes;
  }

  void append(PendingMessage message) {
    List<PendingMessage> batch;
    synchronized (this) {
      waiting.add(message);
      batch = nextBatch();
    }
    send(batch);
  }

  /** Empty while another one is in flight. */
  private List<PendingMessage> nextBatch() {
    List<PendingMessage> batch = new ArrayList<>();
    while (!inFlight && batch.size() < AppendMessages.MAX_MESSAGES && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    inFlight |= !batch.isEmpty();
    return batch;
  }

  private void send(List<PendingMessage> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<NewMessage> messages = batch.stream().map(PendingMessage::message).toList();
    history
        .apply(new AppendMessages.Request(messages))
        .subscribe()
        .with(
            answer -> settle(new AppendOutcome.Stored(batch, answer.receipts())),
            failure -> settle(new AppendOutcome.Failed(batch, failure)));
  }

  private void settle(AppendOutcome outcome) {
    try {
      outcomes.accept(outcome);
    } finally {
      send(afterFlight());
    }
  }

  private synchronized List<PendingMessage> afterFlight() {
    inFlight = false;
    return nextBatch();
  }
}
