package dev.parley.stack.predecessor;

import java.time.Instant;

/**
 * A row of the predecessor's {@code users}.
 *
 * @param passwordHash base64 of a 32-byte salt and a 32-byte PBKDF2-HMAC-SHA256 digest
 */
record OldUser(long id, String username, String passwordHash, Instant createdAt) {

  /** A hash belongs into no log. */
  @Override
  public String toString() {
    return "OldUser[" + username + "]";
  }
}
