package dev.parley.chaos.client;

import dev.parley.chaos.evidence.ClientEvent;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Ends a session over HTTP, again and again for half a minute until that is confirmed. */
final class SessionEnd implements Runnable {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MOST_TRIES = 30;

  private final Surroundings surroundings;
  private final Journal journal;
  private final int connection;
  private final Login ending;
  private final String tokenOfOther;
  private int tries;

  /**
   * @param connection the client's current one, for its log
   * @param tokenOfOther of another session of the user; empty for a logout
   */
  SessionEnd(
      Surroundings surroundings,
      Journal journal,
      int connection,
      Login ending,
      String tokenOfOther) {
    this.surroundings = surroundings;
    this.journal = journal;
    this.connection = connection;
    this.ending = ending;
    this.tokenOfOther = tokenOfOther;
  }

  @Override
  public void run() {
    try {
      request();
      journal.add(
          new ClientEvent.SessionEnded(surroundings.clock().now(), connection, ending.number()));
    } catch (UncheckedIOException e) {
      if (++tries < MOST_TRIES) {
        surroundings.later(RETRY, this);
      }
    }
  }

  private void request() {
    if (tokenOfOther.isEmpty()) {
      surroundings.requests().logout(ending.token());
    } else {
      surroundings.requests().endSession(ending.sessionId(), tokenOfOther);
    }
  }
}
