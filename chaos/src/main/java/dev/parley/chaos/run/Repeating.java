package dev.parley.chaos.run;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Repeats something until it is closed. It keeps a failure. */
final class Repeating implements AutoCloseable {

  private final ScheduledFuture<?> task;

  private Repeating(ScheduledFuture<?> task) {
    this.task = task;
  }

  static Repeating every(long micros, Runnable action, ScheduledExecutorService timer) {
    return new Repeating(timer.scheduleAtFixedRate(action, micros, micros, TimeUnit.MICROSECONDS));
  }

  /** Throws the failure that ended it early, if there was one. */
  @Override
  public void close() {
    if (task.isDone()) {
      throw new IllegalStateException("The load ended early.", task.exceptionNow());
    }
    task.cancel(false);
  }
}
