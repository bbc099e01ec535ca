package dev.parley.history.append;

import dev.parley.protocol.append.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** So many senders, each of whom sends a message as soon as the last one was acknowledged. */
record Senders(int senders, Supplier<Command> messages, Consumer<Command> sendAndWait) {

  /** What one run brought; the latencies are of single messages, from sending to receipt. */
  record Result(double messagesPerSecond, double medianMillis, double p99Millis) {}

  Result run(Duration time) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < senders; i++) {
        running.add(threads.submit(() -> sendUntil(end)));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return result(running, seconds);
  }

  private long[] sendUntil(long end) {
    LongStream.Builder latencies = LongStream.builder();
    long now = System.nanoTime();
    while (now < end) {
      sendAndWait.accept(messages.get());
      long acknowledged = System.nanoTime();
      latencies.add(acknowledged - now);
      now = acknowledged;
    }
    return latencies.build().toArray();
  }

  private static Result result(List<Future<long[]>> senders, double seconds)
      throws InterruptedException, ExecutionException {
    List<long[]> parts = new ArrayList<>();
    for (Future<long[]> sender : senders) {
      parts.add(sender.get());
    }
    long[] latencies = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(
        latencies.length / seconds, percentile(latencies, 0.5), percentile(latencies, 0.99));
  }

  private static double percentile(long[] sorted, double share) {
    return sorted[(int) ((sorted.length - 1) * share)] / 1e6;
  }
}
