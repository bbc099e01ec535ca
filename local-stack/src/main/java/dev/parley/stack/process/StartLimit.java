package dev.parley.stack.process;

import java.time.Duration;

/** The time limit of a start. It begins again whenever the process shows that it is busy. */
final class StartLimit {

  private final Duration limit;
  private long since = System.nanoTime();
  private String work = "";

  StartLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Records what the process is busy with.
   *
   * @return whether that is new
   */
  boolean extend(String now) {
    since = System.nanoTime();
    boolean isNews = !now.equals(work);
    work = now;
    return isNews;
  }

  boolean isOver() {
    return System.nanoTime() - since > limit.toNanos();
  }
}
