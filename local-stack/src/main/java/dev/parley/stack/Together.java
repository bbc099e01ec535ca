package dev.parley.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Does things at the same time, each on a virtual thread of its own. */
final class Together {

  private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

  private Together() {}

  /** Returns when all are done, or fails as soon as one fails. */
  static void run(List<Runnable> tasks) {
    List<CompletableFuture<Void>> running = tasks.stream().map(Together::begin).toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new));
    running.forEach(task -> task.exceptionally(failure -> failAll(all, failure)));
    join(all);
  }

  private static CompletableFuture<Void> begin(Runnable task) {
    return CompletableFuture.runAsync(task, VIRTUAL);
  }

  private static Void failAll(CompletableFuture<Void> all, Throwable failure) {
    all.completeExceptionally(failure);
    return null;
  }

  private static void join(CompletableFuture<Void> all) {
    try {
      all.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
