package dev.parley.stack.process;

import java.time.Duration;

/** How long a start may take: begins anew whenever the process shows that it is busy. */
final class StartLimit {

  private final Duration limit;
  private long since = System.nanoTime();
  private String work = "";

  StartLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * The process is busy with this.
   *
   * @return whether that is news
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
