package dev.parley.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  private final Queue<CompletableFuture<Void>> runs = new ArrayDeque<>();
  private final OneAtATime task =
      new OneAtATime(() -> Uni.createFrom().completionStage(this::begin));

  private CompletableFuture<Void> begin() {
    CompletableFuture<Void> run = new CompletableFuture<>();
    runs.add(run);
    return run;
  }

  @Test
  void whatIsWantedMeanwhileIsDoneOnceAfterwards() {
    task.run();
    task.run();
    task.run();
    assertEquals(1, runs.size());
    runs.remove().complete(null);
    assertEquals(1, runs.size());
    runs.remove().complete(null);
    assertEquals(0, runs.size());
  }

  @Test
  void aFailureIsAnEndToo() {
    task.run();
    runs.remove().completeExceptionally(new IllegalStateException("away"));
    task.run();
    assertEquals(1, runs.size());
  }
}
