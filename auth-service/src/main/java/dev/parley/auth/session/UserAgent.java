package dev.parley.auth.session;

import dev.parley.protocol.StorableText;

/** What a client says of itself, as far as it is worth showing in a list of devices. */
final class UserAgent {

  private static final int MAX_LENGTH = 200;

  private UserAgent() {}

  /** Null where there is nothing to show. */
  static String shown(String header) {
    if (header == null || header.isBlank() || !StorableText.isStorable(header)) {
      return null;
    }
    String text = header.strip();
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.min(MAX_LENGTH, points(text))));
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }
}
