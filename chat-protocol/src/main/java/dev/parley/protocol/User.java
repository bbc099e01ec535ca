package dev.parley.protocol;

import java.util.Objects;

/** Who somebody is to everybody else: {@code {"id":12,"username":"ada"}}. */
public record User(UserId id, String username) {
  public User {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(username, "username");
  }
}
