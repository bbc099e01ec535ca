package dev.parley.tools.predecessor;

import java.util.Locale;
import java.util.Optional;

/** The audience of a message in the file. If it is in doubt, the message was not for everybody. */
sealed interface Audience {

  /** It is for everybody, and names nobody. */
  record Everybody() implements Audience {}

  /**
   * One recipient.
   *
   * @param recipient empty if the value is not an id, like one of somebody who is not in the file
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

  /** Empty if the value is neither 0 nor 1. */
  static Optional<Boolean> flag(OldMessage message) {
    return switch (message.isGlobal().text().orElse("").strip().toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "true" -> Optional.of(true);
      case "0", "0.0", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
