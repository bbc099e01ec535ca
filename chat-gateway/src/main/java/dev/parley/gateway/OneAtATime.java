package dev.parley.gateway;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Runs a task whenever it is asked to, and never twice at once: asked while it runs, it runs once
 * more afterwards. The task must end in bounded time; that it failed is its own concern.
 * Thread-safe.
 */
public final class OneAtATime {

  private final Supplier<Uni<Void>> task;
  private boolean running;
  private boolean wanted;

  public OneAtATime(Supplier<Uni<Void>> task) {
    this.task = task;
  }

  public void run() {
    if (mayBegin()) {
      Uni.createFrom().deferred(task::get).subscribe().with(done -> ended(), failure -> ended());
    }
  }

  private synchronized boolean mayBegin() {
    wanted = running;
    boolean begins = !running;
    running = true;
    return begins;
  }

  private void ended() {
    if (isWantedAgain()) {
      run();
    }
  }

  private synchronized boolean isWantedAgain() {
    running = false;
    return wanted;
  }
}
