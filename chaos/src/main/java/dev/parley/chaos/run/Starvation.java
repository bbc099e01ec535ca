package dev.parley.chaos.run;

import dev.parley.stack.StackException;
import dev.parley.stack.StackPart;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Imitates a slow machine: each part is paused (SIGSTOP), runs for a moment and is paused again,
 * and runs about a quarter of the time. A real machine is slow by chance; this one is slow at every
 * step. A part's pauses and its faults share a thread, so none is killed half-way.
 */
final class Starvation {

  private static final int LONGEST_STOP_MILLIS = 900;
  private static final int LONGEST_RUN_MILLIS = 300;
  private static final int SHORTEST_MILLIS = 40;

  private final Random random;
  private final List<CompletableFuture<Void>> ended = new ArrayList<>();
  private volatile boolean over;

  Starvation(Random random) {
    this.random = random;
  }

  void of(StackPart part, ExecutorService thread) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    ended.add(end);
    goOn(part, thread, end);
  }

  private void goOn(StackPart part, ExecutorService thread, CompletableFuture<Void> end) {
    thread.execute(
        () -> {
          if (over) {
            end.complete(null);
          } else {
            slice(part);
            goOn(part, thread, end);
          }
        });
  }

  /** A part that could not be started again does not run anyway. */
  private void slice(StackPart part) {
    try {
      part.pause();
      Pause.of(millis(LONGEST_STOP_MILLIS));
      part.resume();
    } catch (StackException e) {
      Pause.of(millis(LONGEST_STOP_MILLIS));
    }
    Pause.of(millis(LONGEST_RUN_MILLIS));
  }

  private synchronized Duration millis(int longest) {
    return Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(longest - SHORTEST_MILLIS));
  }

  /** When this returns, every part runs. */
  void end() {
    over = true;
    ended.forEach(CompletableFuture::join);
  }
}
