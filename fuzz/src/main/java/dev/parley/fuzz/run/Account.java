package dev.parley.fuzz.run;

import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.stack.StackException;
import dev.parley.stack.run.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** A user with a session. */
public record Account(URI edge, String name, String token) {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NAME_TAKEN = 400;
  private static final int OK = 200;
  private static final int MOST_ATTEMPTS = 10;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** The account of an earlier run with this name, or a new one. */
  public static Account of(URI edge, String name) {
    ask(edge, "/register", name, NAME_TAKEN);
    return logIn(edge, name);
  }

  private static Account logIn(URI edge, String name) {
    HttpAnswer answer = ask(edge, "/login", name, OK);
    return new Account(edge, name, answer.json().path("session_token").asText());
  }

  /** The same user with another session. */
  Account again() {
    return logIn(edge, name);
  }

  /** Waits when the server says so. */
  private static HttpAnswer ask(URI edge, String path, String name, int alsoFine) {
    Map<String, String> body = Map.of("username", name, "password", "pass for " + name);
    for (int attempt = 1; ; attempt++) {
      HttpAnswer answer = Http.at(edge).post(path, body);
      if (answer.status() == OK || answer.status() == alsoFine) {
        return answer;
      }
      if (answer.status() != TOO_MANY_REQUESTS || attempt == MOST_ATTEMPTS) {
        throw new StackException(
            String.format(
                Locale.ROOT, "%s for %s got the status %d.", path, name, answer.status()));
      }
      Pause.of(wait(answer));
    }
  }

  private static Duration wait(HttpAnswer answer) {
    String told = answer.header("Retry-After");
    Duration wait = Duration.ofSeconds(told.isEmpty() ? 1 : Long.parseLong(told));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
