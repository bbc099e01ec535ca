package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of conversation it is; on the wire in lower case. */
public enum Kind {
  GLOBAL,
  DIRECT,
  ROOM,
  INBOX;

  public static Kind of(ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global global -> GLOBAL;
      case ConversationId.Direct direct -> DIRECT;
      case ConversationId.Room room -> ROOM;
      case ConversationId.Inbox inbox -> INBOX;
    };
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Kind parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
