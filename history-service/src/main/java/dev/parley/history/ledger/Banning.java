package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Departure;
import dev.parley.protocol.event.EventBody;

/** A moderator keeps somebody out of a room, or no longer. */
record Banning(Turn turn) {

  /** Of somebody who is not a member only the room's log tells. */
  Receipt decide(Act.Ban ban) {
    Member moderator = new Access(turn).activeInRoom(Role.MODERATOR);
    UserId user = ban.user().id();
    Seat seat = turn.seat(user);
    Ledger ledger = turn.ledger();
    if (ledger.account(user) == null) {
      throw new Refusal(ErrorCode.USER_NOT_FOUND);
    }
    if (user.equals(turn.sender())) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
    if (ledger.bans().has(seat)) {
      return turn.unchanged();
    }
    Member member = ledger.members().get(seat);
    if (member == null) {
      turn.append(new EventBody.Left(ledger.user(user), Departure.BANNED));
    } else {
      new Removing(turn).remove(moderator, member, user, Departure.BANNED);
    }
    ledger.bans().put(seat, new Ban(turn.sender(), ledger.now()));
    return turn.stored();
  }

  /** No log tells of it: nobody is a member by that. */
  Receipt decide(Act.Unban unban) {
    new Access(turn).activeInRoom(Role.MODERATOR);
    Seat seat = turn.seat(unban.user());
    if (turn.ledger().bans().has(seat)) {
      turn.ledger().bans().remove(seat);
    }
    return turn.unchanged();
  }
}
