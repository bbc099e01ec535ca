package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.EventBody;

/** Erases a message: its author may, and in a room its moderators. */
record Deleting(Turn turn) {

  Receipt decide(Act.Delete delete) {
    Access access = new Access(turn);
    Member member = access.active();
    Target target = Target.of(turn, delete.target());
    boolean moderates = access.isRoom() && member.role().isAtLeast(Role.MODERATOR);
    if (!moderates && !target.isBySender(turn)) {
      throw new Refusal(
          target.message().isDeleted() ? ErrorCode.TARGET_GONE : ErrorCode.NOT_ALLOWED);
    }
    if (target.message().isDeleted()) {
      return turn.unchanged();
    }
    turn.append(new EventBody.Deleted(target.place().seq()));
    Ledger ledger = turn.ledger();
    ledger.messages().put(target.place(), target.message().erased(ledger.now()));
    ledger.erase(target.place());
    return turn.stored();
  }
}
