package dev.parley.protocol.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody became a member; on the wire in lower case. */
public enum Arrival {
  CREATED,
  JOINED,
  INVITED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Arrival parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
