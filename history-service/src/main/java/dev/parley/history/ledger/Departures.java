package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Departure;
import dev.parley.protocol.event.EventBody;

/** Ends memberships of the command's room, in its log and in the users' inboxes. */
record Departures(Turn turn) {

  /** Nobody could manage the room without them. */
  void requireAnotherOwner(UserId leaving) {
    if (turn.ledger().isOnlyOwner(turn.seat(leaving))) {
      throw new Refusal(ErrorCode.LAST_OWNER);
    }
  }

  void dismiss(UserId user, Departure how) {
    Sequence at = turn.append(new EventBody.Left(turn.ledger().user(user), how)).seq();
    turn.ledger().unseat(turn.seat(user));
    turn.append(new ConversationId.Inbox(user), new EventBody.Removed(turn.conversation(), at));
  }
}
