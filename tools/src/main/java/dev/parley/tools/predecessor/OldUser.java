package dev.parley.tools.predecessor;

/**
 * A row of the predecessor's {@code users}, as it is.
 *
 * @param passwordHash usually base64 of a 32-byte salt and a 32-byte PBKDF2-HMAC-SHA256 digest
 */
record OldUser(OldValue id, OldValue username, OldValue passwordHash, OldValue createdAt) {

  /** Keeps the hash out of logs. */
  @Override
  public String toString() {
    return "OldUser[" + id.shown() + "]";
  }
}
