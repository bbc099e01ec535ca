package dev.parley.gateway;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The event loop's timers, for all that this gateway does later or again. They end with the
 * application: nothing begins any more when what it needs may already be gone. Thread-safe.
 */
@Singleton
public class Timers {

  private static final int BEFORE_OTHERS = 1;

  private final Vertx vertx;
  private volatile boolean over;

  Timers(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * @param wait less than 1 ms counts as 1 ms
   * @param task is given the id that this returns
   * @return for {@link #cancel}
   */
  public long after(Duration wait, Handler<Long> task) {
    return vertx.setTimer(millis(wait), unlessOver(task));
  }

  /** As {@link #after}, again and again. */
  public long every(Duration pause, Handler<Long> task) {
    return vertx.setPeriodic(millis(pause), unlessOver(task));
  }

  private static long millis(Duration time) {
    return Math.max(1, time.toMillis());
  }

  private Handler<Long> unlessOver(Handler<Long> task) {
    return timer -> {
      if (!over) {
        task.handle(timer);
      }
    };
  }

  /** One that is over already is left alone. */
  public void cancel(long timer) {
    vertx.cancelTimer(timer);
  }

  void end(@Observes @Priority(BEFORE_OTHERS) ShutdownEvent stopping) {
    over = true;
  }
}
