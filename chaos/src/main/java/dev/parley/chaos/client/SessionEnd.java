package dev.parley.chaos.client;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.client.http.RefusedException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Ends a session over HTTP. Tries for half a minute until the server confirms it. */
final class SessionEnd implements Runnable {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MOST_TRIES = 30;

  private final Surroundings surroundings;
  private final Journal journal;
  private final int connection;
  private final Login ending;
  private final Optional<Login> other;
  private int tries;

  /**
   * @param connection the client's current one, for its log
   * @param other another session of the user; empty for a logout
   */
  SessionEnd(
      Surroundings surroundings,
      Journal journal,
      int connection,
      Login ending,
      Optional<Login> other) {
    this.surroundings = surroundings;
    this.journal = journal;
    this.connection = connection;
    this.ending = ending;
    this.other = other;
  }

  @Override
  public void run() {
    try {
      request();
      journal.add(
          new ClientEvent.SessionEnded(surroundings.clock().now(), connection, ending.number()));
    } catch (UncheckedIOException | RefusedException e) {
      if (++tries < MOST_TRIES) {
        surroundings.threads().later(RETRY, this);
      }
    }
  }

  private void request() {
    other.ifPresentOrElse(
        device -> device.session().endSession(ending.sessionId()), () -> ending.session().logOut());
  }
}
