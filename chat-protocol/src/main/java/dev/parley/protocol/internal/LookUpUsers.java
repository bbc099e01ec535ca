package dev.parley.protocol.internal;

import dev.parley.protocol.User;
import java.util.List;
import java.util.Map;

/** {@code POST /internal/users/lookup} of the auth service. */
public final class LookUpUsers {

  public static final int MAX_USERNAMES = 500;

  private LookUpUsers() {}

  /** {@code {"usernames":["Ada"]}}. */
  public record Request(List<String> usernames) {
    public Request {
      usernames = List.copyOf(usernames);
      if (usernames.size() > MAX_USERNAMES) {
        throw new IllegalArgumentException("a request must have at most 500 names");
      }
    }
  }

  /**
   * {@code {"users":{"Ada":{"id":12,"username":"ada"}}}}: by the name that was asked for, in the
   * spelling of the account; unknown names are left out.
   */
  public record Answer(Map<String, User> users) {
    public Answer {
      users = Map.copyOf(users);
    }
  }
}
