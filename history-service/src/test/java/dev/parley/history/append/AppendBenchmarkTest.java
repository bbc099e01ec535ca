package dev.parley.history.append;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.history.TestingGateway;
import dev.parley.protocol.append.Command;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Durable appends a second, on a PostgreSQL with fsync and synchronous_commit on; about 80 seconds.
 * No part of the tests: {@code ./mvnw -pl history-service -am test -Dgroups=benchmark}.
 */
@Tag("benchmark")
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AppendBenchmarkTest {

  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration REPETITION = Duration.ofMillis(1_500);
  private static final int REPETITIONS = 3;

  @Inject GroupCommit commits;
  @Inject ObjectMapper json;

  @Test
  void appendsPerSecond() throws Exception {
    print("path", "conversations", "senders", "messages/s", "p50 ms", "p99 ms");
    try (HttpLanes http = new HttpLanes(TestingGateway.internalPort(), json)) {
      for (int conversations : List.of(1, 1_000)) {
        for (int senders : List.of(1, 64, 512)) {
          measure("writer", conversations, senders, this::append);
          measure("HTTP, 2 lanes", conversations, senders, http::sendAndWait);
        }
      }
    }
  }

  private void append(Command message) {
    commits.append(List.of(message)).toCompletableFuture().join();
  }

  private static void measure(
      String path, int conversations, int senders, Consumer<Command> sendAndWait)
      throws InterruptedException, ExecutionException {
    Senders load = new Senders(senders, new BenchmarkMessages(conversations)::next, sendAndWait);
    load.run(WARM_UP);
    List<Senders.Result> results = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      results.add(load.run(REPETITION));
    }
    print(
        path,
        conversations,
        senders,
        medianAndRange("%,.0f", results, Senders.Result::messagesPerSecond),
        medianAndRange("%.1f", results, Senders.Result::medianMillis),
        medianAndRange("%.1f", results, Senders.Result::p99Millis));
  }

  private static String medianAndRange(
      String format, List<Senders.Result> results, ToDoubleFunction<Senders.Result> figure) {
    double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
    return String.format(
        Locale.ROOT,
        format + " (" + format + "–" + format + ")",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static void print(Object... columns) {
    System.out.printf("| %-13s | %13s | %7s | %24s | %20s | %20s |%n", columns);
  }
}
