package dev.parley.history.ledger;

import dev.parley.protocol.Mechanism;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;

/**
 * Under which a command is done once. A sender's posts have keys of their own, apart from those of
 * their other commands.
 *
 * @param value its column is called {@code client_id}
 */
public record IdempotencyKey(UserId sender, String value, boolean ofPost) {

  /** Null if a second attempt would do the command again. */
  public static IdempotencyKey of(Command command) {
    String value = valueOf(command);
    return value == null
        ? null
        : new IdempotencyKey(command.sender().id(), value, command.act() instanceof Act.Post);
  }

  public static String valueOf(Command command) {
    return Mechanism.IDEMPOTENCE.isOn() ? command.idempotencyKey() : null;
  }
}
