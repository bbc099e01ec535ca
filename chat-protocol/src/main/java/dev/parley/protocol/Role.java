package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member may do in a room, the least first; on the wire in lower case. */
public enum Role {
  MEMBER,
  MODERATOR,
  OWNER;

  public boolean isAtLeast(Role other) {
    return compareTo(other) >= 0;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with a sentence for the client, if there is no such role
   */
  @JsonCreator
  public static Role parse(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException("A role is \"member\", \"moderator\" or \"owner\"");
  }
}
