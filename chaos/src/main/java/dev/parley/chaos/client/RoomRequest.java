package dev.parley.chaos.client;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.client.http.RefusedException;
import dev.parley.client.http.Session;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Changes a room over HTTP. Tries for half a minute, with the same {@code client_id}, until it gets
 * an answer.
 */
final class RoomRequest implements Runnable {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MOST_TRIES = 30;
  private static final int FIRST_SERVER_ERROR = 500;

  /** The session has ended, or a limit was reached. */
  private static final Set<Integer> NOT_NOW = Set.of(401, 408, 429);

  /** Somebody else was faster, or an answer was lost. */
  private static final Set<String> OVERTAKEN = Set.of("not_found", "not_a_member");

  private final Surroundings surroundings;
  private final Journal journal;
  private final Supplier<Session> session;
  private final String clientId;
  private final Consumer<Session> action;
  private int tries;

  RoomRequest(
      Surroundings surroundings,
      Journal journal,
      Supplier<Session> session,
      String clientId,
      Consumer<Session> action) {
    this.surroundings = surroundings;
    this.journal = journal;
    this.session = session;
    this.clientId = clientId;
    this.action = action;
  }

  @Override
  public void run() {
    try {
      action.accept(session.get());
    } catch (UncheckedIOException e) {
      tryAgain();
    } catch (RefusedException e) {
      refused(e);
    }
  }

  private void refused(RefusedException e) {
    int status = e.answer().status();
    if (NOT_NOW.contains(status) || status >= FIRST_SERVER_ERROR) {
      tryAgain();
    } else if (!OVERTAKEN.contains(code(e))) {
      journal.add(new ClientEvent.Refused(surroundings.clock().now(), 0, clientId, code(e)));
    }
  }

  private static String code(RefusedException e) {
    try {
      return e.answer().code();
    } catch (IllegalStateException noJson) {
      return "status " + e.answer().status();
    }
  }

  private void tryAgain() {
    if (++tries < MOST_TRIES) {
      surroundings.threads().later(RETRY, this);
    }
  }
}
