package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may post in a room ({@code who_may_post}); on the wire in lower case. */
public enum Posters {
  MEMBERS(Role.MEMBER),
  MODERATORS(Role.MODERATOR),
  OWNERS(Role.OWNER);

  private final Role least;

  Posters(Role least) {
    this.least = least;
  }

  public boolean include(Role role) {
    return role.isAtLeast(least);
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with a sentence for the client, if it is none of them
   */
  @JsonCreator
  public static Posters parse(String code) {
    for (Posters posters : values()) {
      if (posters.code().equals(code)) {
        return posters;
      }
    }
    throw new IllegalArgumentException("who_may_post is \"members\", \"moderators\" or \"owners\"");
  }
}
