package dev.parley.bench.append;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;

/**
 * Has one append in flight, like a gateway's lane. Messages that arrive meanwhile form the next
 * append, up to {@value AppendCommands#MAX_COMMANDS} of them. Belongs to one thread.
 */
final class AppendLane {

  /** A waiting message. */
  private record Waiting(Command message, long since) {}

  private final HistoryClient history;
  private final AppendSenders senders;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean busy;

  AppendLane(HistoryClient history, AppendSenders senders) {
    this.history = history;
    this.senders = senders;
  }

  void offer(Command message) {
    waiting.add(new Waiting(message, System.nanoTime()));
  }

  /** Starts the next append unless one is under way. */
  void pump() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    List<Waiting> batch = nextBatch();
    history
        .append(batch.stream().map(Waiting::message).toList())
        .whenCompleteAsync(
            (receipts, failure) -> settle(batch, receipts, failure), senders.thread());
  }

  private List<Waiting> nextBatch() {
    List<Waiting> batch = new ArrayList<>();
    while (!waiting.isEmpty() && batch.size() < AppendCommands.MAX_COMMANDS) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  private void settle(List<Waiting> batch, JsonNode receipts, Throwable failure) {
    busy = false;
    if (failure != null) {
      senders.failed(failure instanceof CompletionException ? failure.getCause() : failure);
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      senders.stored(receipts.path(i), batch.get(i).since());
    }
    senders.pump();
  }
}
