package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;

/** What the sender of a command is in its conversation. Fails where they are nothing there. */
record Access(Turn turn) {

  /** A member who may change something: the room is not archived. */
  Member active() {
    Member member = member();
    Room room = turn.ledger().rooms().get(turn.conversation());
    if (room != null && room.rules().archived()) {
      throw new Refusal(ErrorCode.ROOM_ARCHIVED);
    }
    return member;
  }

  /** The same, with at least this role in a room; elsewhere nobody has one. */
  Member activeInRoom(Role least) {
    Member member = active();
    if (!isRoom() || !member.role().isAtLeast(least)) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
    return member;
  }

  Member member() {
    UserId sender = turn.sender();
    return switch (turn.conversation()) {
      case ConversationId.Global global -> everybody();
      case ConversationId.Direct direct -> {
        requireOrHide(direct.isBetween(sender));
        yield everybody();
      }
      case ConversationId.Inbox inbox -> {
        requireOrHide(inbox.owner().equals(sender));
        throw new Refusal(ErrorCode.NOT_ALLOWED);
      }
      case ConversationId.Room name -> {
        Member member = turn.ledger().members().get(turn.seat(sender));
        if (member == null) {
          throw new Refusal(room().rules().refusalOfOutsiders());
        }
        room();
        yield member;
      }
    };
  }

  /** Their rows keep settings alone. */
  private Member everybody() {
    Member settings = turn.ledger().members().get(turn.seat(turn.sender()));
    return settings == null ? Member.of(Role.MEMBER, Sequence.NONE) : settings;
  }

  private static void requireOrHide(boolean holds) {
    if (!holds) {
      throw new Refusal(ErrorCode.NOT_FOUND);
    }
  }

  boolean isRoom() {
    return turn.conversation() instanceof ConversationId.Room;
  }

  /** Of which the sender need not be a member. */
  Room room() {
    Room room = turn.ledger().rooms().get(turn.conversation());
    requireOrHide(room != null && turn.ledger().log(turn.conversation()) != null);
    return room;
  }
}
