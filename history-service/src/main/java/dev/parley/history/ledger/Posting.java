package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import java.util.List;

/** A new message. */
record Posting(Turn turn) {

  Receipt decide(Act.Post post) {
    Access access = new Access(turn);
    Member member = access.member();
    Room room = access.isRoom() ? access.room() : null;
    if (room != null) {
      requireRight(room, member);
    }
    Ledger ledger = turn.ledger();
    Log log = ledger.log(turn.conversation());
    if (log == null) {
      throw new Refusal(ErrorCode.NOT_FOUND);
    }
    String content = post.content().value();
    Sequence seq = log.next();
    ledger
        .messages()
        .put(turn.place(seq), Message.posted(turn.sender(), turn.key(), content, ledger.now()));
    return new Receipt.Stored(turn.conversation(), seq, ledger.now(), eventsOf(room, seq, content));
  }

  private static void requireRight(Room room, Member member) {
    room.rules()
        .refusalOfPostBy(member.role())
        .ifPresent(
            code -> {
              throw new Refusal(code);
            });
  }

  /** Only a room's name is unknown to whoever sent the command. */
  private List<Event> eventsOf(Room room, Sequence seq, String content) {
    return room == null
        ? List.of()
        : List.of(
            turn.event(
                seq,
                new EventBody.Posted(content, null, false, room.name().spelling(), seq, false)));
  }
}
