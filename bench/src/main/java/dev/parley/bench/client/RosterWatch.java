package dev.parley.bench.client;

/**
 * When all clients see that exactly the same users are online.
 *
 * <p>{@link #everybodySeenAt()} may be asked by any thread.
 */
public final class RosterWatch {

  private final int users;
  private int seeing;
  private volatile long everybodySeenAt;

  /**
   * @param users as many as clients, from the first one on; 0 for a crowd that does not look
   */
  RosterWatch(int users) {
    this.users = users;
  }

  boolean isOn() {
    return users > 0;
  }

  int users() {
    return users;
  }

  /** A client sees everybody from now on, or no longer. */
  void changed(boolean seesEverybody) {
    seeing += seesEverybody ? 1 : -1;
    if (seeing == users) {
      everybodySeenAt = System.nanoTime();
    }
  }

  /** When the last client saw everybody, as {@link System#nanoTime()} tells it; 0 before that. */
  public long everybodySeenAt() {
    return everybodySeenAt;
  }
}
