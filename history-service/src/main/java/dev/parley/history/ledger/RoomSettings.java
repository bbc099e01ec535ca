package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.StorableText;
import java.util.Set;

/** What rooms may be called, and what may be said about them. */
record RoomSettings(Turn turn) {

  private static final int MAX_TOPIC = 250;

  /** Fails where another room has this name or one that looks like it. */
  RoomName free(String asked) {
    RoomName name = parse(asked);
    requireFree(name);
    return name;
  }

  RoomName parse(String asked) {
    try {
      return RoomName.of(asked == null ? "" : asked);
    } catch (ParleyException wrong) {
      throw new Refusal(wrong.code(), wrong.getMessage());
    }
  }

  void requireFree(RoomName name) {
    Set<String> taken = turn.ledger().takenNames();
    if (taken.contains(name.folded()) || taken.contains(name.skeleton())) {
      throw new Refusal(ErrorCode.NAME_TAKEN);
    }
  }

  void take(RoomName name) {
    turn.ledger().takenNames().add(name.folded());
    turn.ledger().takenNames().add(name.skeleton());
  }

  void release(RoomName name) {
    turn.ledger().takenNames().remove(name.folded());
    turn.ledger().takenNames().remove(name.skeleton());
  }

  String topic(String asked) {
    if (!StorableText.isStorable(asked) || asked.codePointCount(0, asked.length()) > MAX_TOPIC) {
      throw new Refusal(
          ErrorCode.INVALID_FIELD, "topic must have at most " + MAX_TOPIC + " characters");
    }
    return asked;
  }
}
