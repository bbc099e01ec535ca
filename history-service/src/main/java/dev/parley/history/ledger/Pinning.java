package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.EventBody;

/** Pins a message or takes the pin away: moderators of a room may, and both in a direct one. */
record Pinning(Turn turn) {

  Receipt decide(Act.Pin pin) {
    requireRight();
    Place target = Target.existing(turn, pin.target()).place();
    Ledger ledger = turn.ledger();
    if (ledger.pins().has(target) == pin.on()) {
      return turn.unchanged();
    }
    if (pin.on()) {
      requireFewPins();
    }
    Sequence seq = turn.append(new EventBody.Pinned(pin.target(), pin.on())).seq();
    if (pin.on()) {
      ledger.pins().put(target, seq);
    } else {
      ledger.pins().remove(target);
    }
    ledger.pinsOf().add(turn.conversation(), pin.on() ? 1 : -1);
    return turn.stored();
  }

  private void requireRight() {
    Member member = new Access(turn).active();
    boolean isDirect = turn.conversation() instanceof ConversationId.Direct;
    if (!isDirect && !member.role().isAtLeast(Role.MODERATOR)) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
  }

  private void requireFewPins() {
    int most = turn.limits().pins();
    if (turn.ledger().pinsOf().of(turn.conversation()) >= most) {
      throw Refusal.limit("A conversation has at most " + most + " pinned messages");
    }
  }
}
