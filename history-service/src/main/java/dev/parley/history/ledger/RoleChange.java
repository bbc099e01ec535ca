package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.EventBody;

/** An owner gives a member another role. */
record RoleChange(Turn turn) {

  Receipt decide(Act.ChangeRole change) {
    new Access(turn).activeInRoom(Role.OWNER);
    Seat seat = turn.seat(change.user());
    Ledger ledger = turn.ledger();
    Member member = ledger.members().get(seat);
    if (member == null) {
      throw new Refusal(ErrorCode.USER_NOT_FOUND, "This user is not a member of the room");
    }
    if (member.role() == change.role()) {
      return turn.unchanged();
    }
    new Departures(turn).requireAnotherOwner(change.user());
    turn.append(new EventBody.RoleChanged(ledger.user(change.user()), change.role()));
    ledger.seat(seat, member.with(change.role()));
    return turn.stored();
  }
}
