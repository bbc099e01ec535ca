package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member wants to be notified of in a conversation; on the wire in lower case. */
public enum Notify {
  ALL,
  MENTIONS,
  NOTHING;

  /** What a member is notified of who has not chosen. */
  public static Notify byDefault(Kind kind) {
    return switch (kind) {
      case DIRECT, INBOX -> ALL;
      case GLOBAL, ROOM -> MENTIONS;
    };
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with a sentence for the client, if it is none of them
   */
  @JsonCreator
  public static Notify parse(String code) {
    for (Notify notify : values()) {
      if (notify.code().equals(code)) {
        return notify;
      }
    }
    throw new IllegalArgumentException("notify is \"all\", \"mentions\" or \"nothing\"");
  }
}
