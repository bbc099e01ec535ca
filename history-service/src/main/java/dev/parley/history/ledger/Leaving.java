package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Departure;
import dev.parley.protocol.event.EventBody;

/** The sender leaves a room. An owner may name somebody who becomes one first. */
record Leaving(Turn turn) {

  Receipt decide(Act.Leave leave) {
    Access access = new Access(turn);
    Member leaving = access.member();
    if (!access.isRoom()) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
    if (leave.successor() != null) {
      succeed(leaving, leave.successor());
    }
    Departures departures = new Departures(turn);
    departures.requireAnotherOwner(turn.sender());
    departures.dismiss(turn.sender(), Departure.LEFT);
    return turn.stored();
  }

  private void succeed(Member leaving, UserId successor) {
    Ledger ledger = turn.ledger();
    Seat seat = turn.seat(successor);
    Member heir = ledger.members().get(seat);
    if (!leaving.isOwner()) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
    if (heir == null || successor.equals(turn.sender())) {
      throw new Refusal(ErrorCode.USER_NOT_FOUND, "The successor must be another member");
    }
    if (!heir.isOwner()) {
      turn.append(new EventBody.RoleChanged(turn.active(successor), Role.OWNER));
      ledger.seat(seat, heir.with(Role.OWNER));
    }
  }
}
