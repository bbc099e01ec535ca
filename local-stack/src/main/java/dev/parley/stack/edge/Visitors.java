package dev.parley.stack.edge;

import java.util.concurrent.atomic.AtomicInteger;

/** How many connections the edge has, over all its event loops. Thread-safe. */
public final class Visitors {

  private final AtomicInteger connected = new AtomicInteger();
  private final Runnable firstCame;

  /**
   * @param firstCame is told when somebody connects while nobody was; must not block
   */
  public Visitors(Runnable firstCame) {
    this.firstCame = firstCame;
  }

  void came() {
    if (connected.getAndIncrement() == 0) {
      firstCame.run();
    }
  }

  void left() {
    connected.decrementAndGet();
  }

  /** Whether nobody is connected. */
  public boolean areNone() {
    return connected.get() == 0;
  }
}
