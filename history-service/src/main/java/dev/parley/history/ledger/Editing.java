package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.EventBody;
import java.time.Instant;

/** New content for a message of the sender's own. */
record Editing(Turn turn) {

  Receipt decide(Act.Edit edit) {
    Access access = new Access(turn);
    access.active();
    Target target = Target.existing(turn, edit.target());
    if (!target.isBySender(turn)) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "You can only edit your own messages");
    }
    requireInTime(access, target.message());
    String content = edit.content().value();
    if (content.equals(target.message().content())) {
      return turn.unchanged();
    }
    requireFewEdits();
    write(target, content);
    return turn.stored();
  }

  private void requireInTime(Access access, Message message) {
    Room room = access.isRoom() ? access.room() : null;
    if (room == null || room.editWindowSeconds() == null) {
      return;
    }
    Instant end = message.postedAt().plusSeconds(room.editWindowSeconds());
    if (turn.ledger().now().isAfter(end)) {
      throw new Refusal(ErrorCode.EDIT_WINDOW_OVER);
    }
  }

  private void requireFewEdits() {
    int most = turn.limits().editsAMinute();
    if (turn.ledger().recentEdits().of(turn.sender()) >= most) {
      throw Refusal.limit("You can edit " + most + " times a minute");
    }
  }

  private void write(Target target, String content) {
    Ledger ledger = turn.ledger();
    Message before = target.message();
    Sequence by = turn.append(new EventBody.Edited(target.place().seq(), content)).seq();
    Sequence contentSeq = before.contentSeq() == null ? target.place().seq() : before.contentSeq();
    ledger.keep(
        new Revision(target.place(), contentSeq, before.content(), before.contentWrittenAt()));
    ledger.messages().put(target.place(), before.edited(content, by, ledger.now()));
    ledger.recentEdits().add(turn.sender(), 1);
  }
}
