package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Arrival;

/** The sender joins a public room by themselves, or a member adds somebody. */
record Joining(Turn turn) {

  Receipt decide() {
    Access access = new Access(turn);
    if (!access.isRoom()) {
      access.member();
      return turn.unchanged();
    }
    Room room = access.room();
    if (isMember(turn.sender())) {
      return turn.unchanged();
    }
    if (room.rules().visibility() == Visibility.PRIVATE) {
      throw new Refusal(ErrorCode.NOT_FOUND);
    }
    if (room.rules().archived()) {
      throw new Refusal(ErrorCode.ROOM_ARCHIVED);
    }
    return admit(turn.active(turn.sender()), Arrival.JOINED);
  }

  Receipt decide(Act.AddMember add) {
    new Access(turn).activeInRoom(Role.MEMBER);
    User user = turn.active(add.user().id());
    return isMember(user.id()) ? turn.unchanged() : admit(user, Arrival.INVITED);
  }

  private boolean isMember(UserId user) {
    return turn.ledger().members().has(turn.seat(user));
  }

  private Receipt admit(User user, Arrival how) {
    if (turn.ledger().bans().has(turn.seat(user.id()))) {
      throw how == Arrival.JOINED
          ? new Refusal(ErrorCode.BANNED)
          : new Refusal(ErrorCode.BANNED, "This user was banned from the room");
    }
    Arrivals arrivals = new Arrivals(turn, turn.conversation());
    arrivals.requireSpace(user.id());
    arrivals.admit(user, how, Role.MEMBER);
    return turn.stored();
  }
}
