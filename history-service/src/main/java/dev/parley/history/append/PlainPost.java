package dev.parley.history.append;

import dev.parley.history.ledger.IdempotencyKey;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import java.time.Instant;
import java.util.List;

/**
 * A post in a transaction that has only posts.
 *
 * @param act the command's
 * @param conversationId null where the conversation does not exist
 * @param roomName null where it is not a room's
 * @param refusal why it may not be stored; null where it may. One that was stored before is a
 *     duplicate all the same.
 */
record PlainPost(
    Command command, Act.Post act, Long conversationId, String roomName, ErrorCode refusal) {

  UserId sender() {
    return command.sender().id();
  }

  String key() {
    return IdempotencyKey.valueOf(command);
  }

  String content() {
    return act.content().value();
  }

  /** The event that it became; only a room's name is unknown to whoever sent the command. */
  List<Event> eventsAt(Sequence seq, Instant time) {
    return roomName == null
        ? List.of()
        : List.of(
            new Event(
                command.conversation(),
                seq,
                command.sender(),
                time,
                command.clientId(),
                new EventBody.Posted(content(), null, false, roomName, seq, false)));
  }

  boolean isPermitted() {
    return refusal == null;
  }
}
