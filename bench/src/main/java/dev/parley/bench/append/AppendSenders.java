package dev.parley.bench.append;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.VoidedException;
import dev.parley.bench.server.ParleyServer;
import dev.parley.stack.run.Pause;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * A number of senders. Each has one message under way, and sends the next one as soon as that is
 * stored. They share {@value #LANES} lanes, like the clients of a gateway; a conversation has one
 * lane.
 */
public final class AppendSenders implements AutoCloseable {

  private static final int LANES = 2;
  private static final Duration END_LIMIT = Duration.ofSeconds(15);
  private static final long LONGEST_MICROS = 60_000_000;
  private static final int DIGITS = 3;
  private static final long NANOS_IN_MICRO = 1_000;
  private static final double MICROS_IN_MILLI = 1_000;

  private final int senders;
  private final Conversations conversations;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(thread).build();
  private final List<AppendLane> lanes = new ArrayList<>();
  private final Places places = new Places();
  private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
  private long stored;
  private int underWay;
  private boolean counting;
  private boolean running = true;
  private volatile Throwable failure;

  public AppendSenders(ParleyServer parley, int senders, int conversations) {
    this.senders = senders;
    this.conversations = new Conversations(conversations);
    HistoryClient history = new HistoryClient(http, parley.history(), parley.serviceSecret());
    for (int i = 0; i < LANES; i++) {
      lanes.add(new AppendLane(history, this));
    }
  }

  public void start() {
    onThread(
        () -> {
          for (int i = 0; i < senders; i++) {
            sendOne();
          }
          pump();
          return true;
        });
  }

  private void sendOne() {
    int conversation = conversations.next();
    underWay++;
    lanes.get(conversation % LANES).offer(conversations.message(conversation));
  }

  void pump() {
    lanes.forEach(AppendLane::pump);
  }

  void stored(JsonNode receipt, long since) {
    underWay--;
    stored++;
    if (counting) {
      micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - since) / NANOS_IN_MICRO));
    }
    try {
      places.check(receipt);
    } catch (VoidedException e) {
      failed(e);
    }
    if (running && failure == null) {
      sendOne();
    }
  }

  void failed(Throwable reason) {
    failure = reason;
  }

  Executor thread() {
    return thread;
  }

  /** The number of messages stored so far. */
  public long stored() {
    requireSound();
    return onThread(() -> stored);
  }

  /** Starts or stops recording times. */
  public void counting(boolean on) {
    onThread(() -> counting = on);
  }

  public double millis(double percentile) {
    return onThread(() -> micros.getValueAtPercentile(percentile)) / MICROS_IN_MILLI;
  }

  private void requireSound() {
    if (failure != null) {
      throw new VoidedException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private <T> T onThread(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, thread).join();
  }

  /** Waits for the messages under way. */
  @Override
  public void close() {
    onThread(() -> running = false);
    boolean ended = Pause.until(() -> failure != null || onThread(() -> underWay) == 0, END_LIMIT);
    http.shutdownNow();
    thread.shutdownNow();
    requireSound();
    if (!ended) {
      throw new VoidedException("an append never got a response");
    }
  }
}
