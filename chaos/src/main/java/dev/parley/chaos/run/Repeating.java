package dev.parley.chaos.run;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Something that happens again and again until it is closed. A failure of it is not lost. */
final class Repeating implements AutoCloseable {

  private final ScheduledFuture<?> task;

  private Repeating(ScheduledFuture<?> task) {
    this.task = task;
  }

  static Repeating every(long micros, Runnable action, ScheduledExecutorService timer) {
    return new Repeating(timer.scheduleAtFixedRate(action, micros, micros, TimeUnit.MICROSECONDS));
  }

  /** Fails with what ended it early. */
  @Override
  public void close() {
    if (task.isDone()) {
      throw new IllegalStateException("The load ended early.", task.exceptionNow());
    }
    task.cancel(false);
  }
}
