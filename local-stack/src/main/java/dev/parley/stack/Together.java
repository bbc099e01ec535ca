package dev.parley.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Runs tasks at the same time, each on its own virtual thread. */
final class Together {

  private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

  private final CompletableFuture<Void> allEnded;
  private final CompletableFuture<Void> allDoneOrOneFailed;

  private Together(List<CompletableFuture<Void>> tasks) {
    allEnded = CompletableFuture.allOf(tasks.toArray(CompletableFuture<?>[]::new));
    allDoneOrOneFailed = allEnded.copy();
    tasks.forEach(task -> task.exceptionally(this::fail));
  }

  static Together begin(List<Runnable> tasks) {
    return new Together(
        tasks.stream().map(task -> CompletableFuture.runAsync(task, VIRTUAL)).toList());
  }

  /** Returns when all are done, or fails as soon as one fails. */
  static void run(List<Runnable> tasks) {
    begin(tasks).join();
  }

  private Void fail(Throwable failure) {
    allDoneOrOneFailed.completeExceptionally(failure);
    return null;
  }

  /** Returns when all are done, or fails as soon as one fails. */
  void join() {
    try {
      allDoneOrOneFailed.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Waits for all of them, however they end. */
  void awaitEnd() {
    allEnded.exceptionally(failure -> null).join();
  }
}
