package dev.parley.protocol.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody ceased to be a member; on the wire in lower case. */
public enum Departure {
  LEFT,
  REMOVED,
  BANNED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Departure parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
