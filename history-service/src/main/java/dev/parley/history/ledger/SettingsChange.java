package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Kind;
import dev.parley.protocol.Notify;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.EventBody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What the sender wants to be notified of in a conversation. Their inbox tells their devices. */
record SettingsChange(Turn turn) {

  Receipt decide(Act.ChangeSettings change) {
    Member member = new Access(turn).active();
    if (turn.ledger().log(turn.conversation()) == null) {
      throw new Refusal(ErrorCode.NOT_FOUND);
    }
    Notify before =
        member.notifyOf() == null
            ? Notify.byDefault(Kind.of(turn.conversation()))
            : member.notifyOf();
    Notify notify = change.notifyOf() == null ? before : change.notifyOf();
    Instant mutedUntil =
        change.mutedUntil() == null ? null : change.mutedUntil().truncatedTo(ChronoUnit.MICROS);
    if (notify == before && Objects.equals(mutedUntil, member.mutedUntil())) {
      return turn.unchanged();
    }
    turn.append(
        new ConversationId.Inbox(turn.sender()),
        new EventBody.SettingsChanged(turn.conversation(), notify, mutedUntil));
    turn.ledger().members().put(turn.seat(turn.sender()), member.with(notify, mutedUntil));
    return turn.stored();
  }
}
