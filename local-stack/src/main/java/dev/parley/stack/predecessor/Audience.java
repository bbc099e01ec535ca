package dev.parley.stack.predecessor;

import java.util.Locale;
import java.util.Optional;

/** Who a message of the file was for. Where that is in doubt, it was not for everybody. */
sealed interface Audience {

  /** It says so, and names nobody. */
  record Everybody() implements Audience {}

  /**
   * One recipient.
   *
   * @param recipient empty where the value is no id, as that of somebody who is not in the file
   */
  record One(Optional<Long> recipient) implements Audience {}

  /** It is private, and names nobody. */
  record Nobody() implements Audience {}

  static Audience of(OldMessage message) {
    if (!message.recipientId().isNothing()) {
      return new One(message.recipientId().integer());
    }
    return flag(message).filter(global -> global).isPresent() ? new Everybody() : new Nobody();
  }

  /** Empty where the value is neither 0 nor 1. */
  static Optional<Boolean> flag(OldMessage message) {
    return switch (message.isGlobal().text().orElse("").strip().toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "true" -> Optional.of(true);
      case "0", "0.0", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
