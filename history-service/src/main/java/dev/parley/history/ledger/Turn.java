package dev.parley.history.ledger;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import java.util.ArrayList;
import java.util.List;

/** One command while it is decided, and the events that it makes. */
final class Turn {

  private final Ledger ledger;
  private final Limits limits;
  private final Command command;
  private final List<Event> events = new ArrayList<>();

  Turn(Ledger ledger, Limits limits, Command command) {
    this.ledger = ledger;
    this.limits = limits;
    this.command = command;
  }

  Ledger ledger() {
    return ledger;
  }

  Limits limits() {
    return limits;
  }

  ConversationId conversation() {
    return command.conversation();
  }

  UserId sender() {
    return command.sender().id();
  }

  String key() {
    return IdempotencyKey.valueOf(command);
  }

  Place place(Sequence seq) {
    return new Place(conversation(), seq);
  }

  Seat seat(UserId user) {
    return new Seat(conversation(), user);
  }

  /** Fails with {@code USER_NOT_FOUND} for somebody who could not use the account. */
  User active(UserId id) {
    Account account = ledger.account(id);
    if (account == null || !account.isActive()) {
      throw new Refusal(ErrorCode.USER_NOT_FOUND);
    }
    return account.user();
  }

  /** The first event of a command has its key. */
  Event append(ConversationId conversation, EventBody body) {
    boolean first = events.isEmpty();
    ClientId clientId = first ? command.clientId() : null;
    Event event =
        new Event(
            conversation,
            ledger.log(conversation).next(),
            command.sender(),
            ledger.now(),
            clientId,
            body);
    events.add(event);
    ledger.append(new Change(event, first ? key() : null));
    return event;
  }

  Event append(EventBody body) {
    return append(conversation(), body);
  }

  /** The command's only event, which is stored as a message. */
  Event event(Sequence seq, EventBody.Posted message) {
    return new Event(
        conversation(), seq, command.sender(), ledger.now(), command.clientId(), message);
  }

  Receipt stored() {
    Event first = events.getFirst();
    return new Receipt.Stored(first.conversation(), first.seq(), first.timestamp(), events);
  }

  Receipt unchanged() {
    return new Receipt.Unchanged(conversation());
  }
}
