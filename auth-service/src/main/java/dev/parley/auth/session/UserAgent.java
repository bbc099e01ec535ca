package dev.parley.auth.session;

import dev.parley.protocol.StorableText;

/** A client's description of itself, as far as a list of devices should show it. */
final class UserAgent {

  private static final int MAX_LENGTH = 200;

  private UserAgent() {}

  /** Null if there is nothing to show. */
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
