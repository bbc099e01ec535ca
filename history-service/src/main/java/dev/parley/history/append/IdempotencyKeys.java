package dev.parley.history.append;

import dev.parley.protocol.Mechanism;
import dev.parley.protocol.internal.NewMessage;

/** The key under which a message is stored once for its sender; its column is called client_id. */
final class IdempotencyKeys {

  private IdempotencyKeys() {}

  /** Null if a second attempt would store the message again. */
  static String of(NewMessage message) {
    return Mechanism.IDEMPOTENCE.isOn() ? message.idempotencyKey() : null;
  }
}
