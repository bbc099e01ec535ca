package dev.parley.protocol.internal;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.util.List;
import java.util.Map;

/** {@code POST /internal/users/lookup} of the auth service: accounts by name or by id. */
public final class LookUpUsers {

  /** Names and ids together. */
  public static final int MAX_ASKED = 500;

  private LookUpUsers() {}

  /** {@code {"usernames":["Ada"],"ids":[57]}}; either may be missing. */
  public record Request(List<String> usernames, List<UserId> ids) {
    public Request {
      usernames = usernames == null ? List.of() : List.copyOf(usernames);
      ids = ids == null ? List.of() : List.copyOf(ids);
      if (usernames.size() + ids.size() > MAX_ASKED) {
        throw new IllegalArgumentException("a request must have at most 500 names and ids");
      }
    }
  }

  /**
   * {@code {"users":{"Ada":{"id":12,"username":"ada"}},"ids":{"57":{"id":57,"username":"bob"}}}}:
   * by the name and by the id that was asked for, in the spelling of the account. Unknown ones are
   * left out.
   */
  public record Answer(Map<String, User> users, Map<String, User> ids) {
    public Answer {
      users = Map.copyOf(users);
      ids = ids == null ? Map.of() : Map.copyOf(ids);
    }
  }
}
