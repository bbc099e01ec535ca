package dev.parley.chaos.client;

import dev.parley.client.frame.Person;
import dev.parley.client.http.Parley;
import dev.parley.client.http.RefusedException;
import java.io.UncheckedIOException;

/** A user. The password is only good for the database of one run. */
public record Account(long id, String username, String password) {

  /**
   * A cold stack on a slow machine needs time. The run judges nothing before everybody is there.
   */
  private static final int REGISTRATIONS = 20;

  /** Tries repeatedly: an attempt without an answer may have registered the user. */
  public static Account register(Parley parley, String username, String password) {
    RuntimeException failure = null;
    for (int attempt = 0; attempt < REGISTRATIONS; attempt++) {
      try {
        Person user =
            attempt % 2 == 0
                ? parley.register(username, password)
                : parley.logIn(username, password).user();
        return new Account(user.id(), user.username(), password);
      } catch (UncheckedIOException | RefusedException e) {
        failure = e;
      }
    }
    throw failure;
  }

  @Override
  public String toString() {
    return username;
  }
}
