package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;

/** What rooms may be called, and what may be said about them. */
record RoomSettings(Turn turn) {

  private static final int MAX_TOPIC = 250;

  RoomName parse(String asked) {
    try {
      return RoomName.of(asked == null ? "" : asked);
    } catch (ParleyException wrong) {
      throw new Refusal(wrong.code(), wrong.getMessage());
    }
  }

  /**
   * Fails where another room that the sender can know of has this name or one that looks like it.
   *
   * @param room null for a new one
   */
  void requireFree(RoomName name, ConversationId room) {
    if (!turn.ledger().takenNames().isFree(name, room, turn.sender())) {
      throw new Refusal(ErrorCode.NAME_TAKEN);
    }
  }

  /** The room's settings from now on. */
  void set(ConversationId room, Room after) {
    turn.ledger().rooms().put(room, after);
    turn.ledger().takenNames().change(new Seat(room, turn.sender()), after);
  }

  String topic(String asked) {
    if (!StorableText.isStorable(asked) || asked.codePointCount(0, asked.length()) > MAX_TOPIC) {
      throw new Refusal(
          ErrorCode.INVALID_FIELD, "topic must have at most " + MAX_TOPIC + " characters");
    }
    return asked;
  }
}
