package dev.parley.history.append;

import dev.parley.protocol.Mechanism;
import dev.parley.protocol.internal.NewMessage;

/** Under which a message is stored once for its sender; the column is called client_id. */
final class IdempotencyKeys {

  private IdempotencyKeys() {}

  /** Null where sending it again would store it again. */
  static String of(NewMessage message) {
    return Mechanism.IDEMPOTENCE.isOn() ? message.idempotencyKey() : null;
  }
}
