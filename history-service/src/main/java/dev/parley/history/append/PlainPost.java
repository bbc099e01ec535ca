package dev.parley.history.append;

import dev.parley.history.ledger.IdempotencyKey;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;

/**
 * A post in a transaction that has only posts.
 *
 * @param act the command's
 * @param conversationId null where the conversation does not exist
 * @param refusal why it may not be stored; null where it may. One that was stored before is a
 *     duplicate all the same.
 */
record PlainPost(Command command, Act.Post act, Long conversationId, ErrorCode refusal) {

  UserId sender() {
    return command.sender().id();
  }

  String key() {
    return IdempotencyKey.valueOf(command);
  }

  String content() {
    return act.content().value();
  }

  boolean isPermitted() {
    return refusal == null;
  }
}
