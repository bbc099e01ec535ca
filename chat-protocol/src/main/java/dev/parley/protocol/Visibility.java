package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who can find a room and join it by themselves; on the wire in lower case. */
public enum Visibility {
  /** Everybody. */
  PUBLIC,
  /** Nobody: one is invited. For others the room does not exist. */
  PRIVATE;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with a sentence for the client, if it is neither
   */
  @JsonCreator
  public static Visibility parse(String code) {
    for (Visibility visibility : values()) {
      if (visibility.code().equals(code)) {
        return visibility;
      }
    }
    throw new IllegalArgumentException("A visibility is \"public\" or \"private\"");
  }
}
