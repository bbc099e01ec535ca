package dev.parley.history.ledger;

import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Kind;
import dev.parley.protocol.Notify;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Arrival;
import dev.parley.protocol.event.EventBody;

/** Makes users members of a room, in its log and in their inboxes. */
record Arrivals(Turn turn, ConversationId room) {

  void requireSpace(UserId user) {
    int mostRooms = turn.limits().roomsOfAUser();
    if (turn.ledger().roomsOf().of(user) >= mostRooms) {
      throw Refusal.limit("A user is in at most " + mostRooms + " rooms");
    }
    requireSpace(1);
  }

  void requireSpace(int more) {
    int mostMembers = turn.limits().membersOfARoom();
    if (turn.ledger().membersOf().of(room) + more > mostMembers) {
      throw Refusal.limit("A room has at most " + mostMembers + " members");
    }
  }

  /** Their read mark begins here: nobody has to read what was before them. */
  void admit(User user, Arrival how, Role role) {
    Ledger ledger = turn.ledger();
    Seat seat = new Seat(room, user.id());
    Sequence at = turn.append(room, new EventBody.Joined(user, how, role)).seq();
    ledger.seat(seat, Member.of(role, at));
    ledger.markRead(seat, at);
    turn.append(new ConversationId.Inbox(user.id()), new EventBody.Added(entry(role, at), at));
  }

  private ConversationEntry entry(Role role, Sequence at) {
    Room settings = turn.ledger().rooms().get(room);
    return new ConversationEntry(
        room,
        Kind.ROOM,
        settings.name().spelling(),
        null,
        role,
        new Sequence(1),
        at,
        at,
        0,
        0,
        Notify.byDefault(Kind.ROOM),
        null,
        settings.rules().archived(),
        settings.rules().visibility());
  }
}
