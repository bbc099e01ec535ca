package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;

/** The message that a command is about. */
record Target(Place place, Message message) {

  /** Deleted ones count as gone. */
  static Target existing(Turn turn, Sequence seq) {
    Target target = of(turn, seq);
    if (target.message().isDeleted()) {
      throw new Refusal(ErrorCode.TARGET_GONE);
    }
    return target;
  }

  static Target of(Turn turn, Sequence seq) {
    Place place = turn.place(seq);
    Message message = turn.ledger().messages().get(place);
    if (message == null) {
      throw new Refusal(ErrorCode.TARGET_GONE);
    }
    return new Target(place, message);
  }

  boolean isBySender(Turn turn) {
    return message.sender().equals(turn.sender());
  }
}
