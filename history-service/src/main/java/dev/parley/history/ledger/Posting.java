package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import java.util.List;

/** A new message. */
record Posting(Turn turn) {

  Receipt decide(Act.Post post) {
    Access access = new Access(turn);
    Member member = access.member();
    if (access.isRoom()) {
      access
          .room()
          .rules()
          .refusalOfPostBy(member.role())
          .ifPresent(
              code -> {
                throw new Refusal(code);
              });
    }
    Ledger ledger = turn.ledger();
    Log log = ledger.log(turn.conversation());
    if (log == null) {
      throw new Refusal(ErrorCode.NOT_FOUND);
    }
    Sequence seq = log.next();
    ledger
        .messages()
        .put(
            turn.place(seq),
            Message.posted(turn.sender(), turn.key(), post.content().value(), ledger.now()));
    return new Receipt.Stored(turn.conversation(), seq, ledger.now(), List.of());
  }
}
