package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Departure;

/** A moderator takes a member out of a room. */
record Removing(Turn turn) {

  Receipt decide(Act.RemoveMember remove) {
    if (remove.user().equals(turn.sender())) {
      return new Leaving(turn).decide(new Act.Leave(null));
    }
    Member moderator = new Access(turn).activeInRoom(Role.MODERATOR);
    Member member = turn.ledger().members().get(turn.seat(remove.user()));
    if (member == null) {
      return turn.unchanged();
    }
    remove(moderator, member, remove.user(), Departure.REMOVED);
    return turn.stored();
  }

  /** Owners may remove anybody, moderators those below them. */
  void remove(Member by, Member member, UserId user, Departure how) {
    if (!by.isOwner() && member.role().isAtLeast(by.role())) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
    Departures departures = new Departures(turn);
    departures.requireAnotherOwner(user);
    departures.dismiss(user, how);
  }
}
