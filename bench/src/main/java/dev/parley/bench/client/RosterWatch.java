package dev.parley.bench.client;

/**
 * Finds out when all clients see exactly the same users online. Any thread may call {@link
 * #everybodySeenAt()}.
 */
public final class RosterWatch {

  private final int users;
  private int seeing;
  private volatile long everybodySeenAt;

  /**
   * @param users as many users as clients, from the first one on; 0 for a crowd that does not look
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

  /** A client now sees everybody, or no longer does. */
  void changed(boolean seesEverybody) {
    seeing += seesEverybody ? 1 : -1;
    if (seeing == users) {
      everybodySeenAt = System.nanoTime();
    }
  }

  /** The {@link System#nanoTime()} at which the last client saw everybody; 0 before that. */
  public long everybodySeenAt() {
    return everybodySeenAt;
  }
}
