package dev.parley.stack.predecessor;

import java.util.Base64;
import java.util.Optional;

/** The predecessor's password hashes: base64 of a 32-byte salt and a 32-byte digest. */
final class OldHash {

  private static final int BYTES = 64;

  private OldHash() {}

  /** As the auth service reads it; empty where it could not. */
  static Optional<String> usable(OldValue stored) {
    // Some encoders break long lines.
    return stored.text().map(text -> text.replaceAll("\\s", "")).filter(OldHash::isUsable);
  }

  private static boolean isUsable(String text) {
    try {
      return Base64.getDecoder().decode(text).length == BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
