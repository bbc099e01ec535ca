package dev.parley.client;

import dev.parley.client.frame.Command;
import dev.parley.client.frame.ServerFrame;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Commands without an answer, in the order of their sending. They are sent again after a reconnect,
 * when an {@code error} says so, and after ten seconds without any answer. Called under the
 * client's lock.
 */
final class Outbox {

  private static final Duration WITHOUT_ANSWER = Duration.ofSeconds(10);

  private static final class Outgoing {
    private final Command command;
    private final CompletableFuture<ServerFrame.Ack> receipt = new CompletableFuture<>();
    private boolean sentBefore;
    private long dueAt;

    Outgoing(Command command, long now) {
      this.command = command;
      this.dueAt = now;
    }
  }

  /** Whatever writes them. */
  interface Writer {
    /** False where it cannot be written now. */
    boolean write(Command command, boolean again);
  }

  private final ClientThreads threads;
  private final int most;
  private final Map<String, Outgoing> waiting = new LinkedHashMap<>();

  Outbox(ClientThreads threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  int size() {
    return waiting.size();
  }

  CompletableFuture<ServerFrame.Ack> add(Command command) {
    if (waiting.size() >= most) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("too many commands without an answer: " + most));
    }
    Outgoing outgoing = new Outgoing(command, System.nanoTime());
    waiting.put(command.clientId(), outgoing);
    return outgoing.receipt;
  }

  /** A second acknowledgement, of what was sent twice, changes nothing. */
  void acknowledged(ServerFrame.Ack ack) {
    Outgoing outgoing = waiting.remove(ack.clientId());
    if (outgoing != null) {
      threads.blocking().execute(() -> outgoing.receipt.complete(ack));
    }
  }

  void refused(ServerFrame.Refused error) {
    Outgoing outgoing = error.clientId() == null ? null : waiting.get(error.clientId());
    if (outgoing == null) {
      return;
    }
    if (error.retryAfterMs() == null) {
      waiting.remove(error.clientId());
      threads
          .blocking()
          .execute(
              () -> outgoing.receipt.completeExceptionally(new CommandRefusedException(error)));
    } else {
      outgoing.dueAt = System.nanoTime() + Duration.ofMillis(error.retryAfterMs()).toNanos();
    }
  }

  /** After a reconnect. */
  void allAreDue() {
    long now = System.nanoTime();
    waiting.values().forEach(outgoing -> outgoing.dueAt = now);
  }

  /** Until one cannot be written. */
  void sendDue(Writer writer) {
    long now = System.nanoTime();
    for (Outgoing outgoing : List.copyOf(waiting.values())) {
      if (outgoing.dueAt - now <= 0) {
        if (!writer.write(outgoing.command, outgoing.sentBefore)) {
          return;
        }
        outgoing.sentBefore = true;
        outgoing.dueAt = now + WITHOUT_ANSWER.toNanos();
      }
    }
  }
}
