package dev.parley.tools.predecessor;

import java.util.Base64;
import java.util.Optional;

/** The predecessor's password hashes: base64 of a 32-byte salt and a 32-byte digest. */
final class OldHash {

  private static final int BYTES = 64;

  private OldHash() {}

  /** The hash in the auth service's form; empty if that is impossible. */
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
