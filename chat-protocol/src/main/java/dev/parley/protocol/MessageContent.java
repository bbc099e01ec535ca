package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The text of one message: not blank, at most {@value #MAX_CHARACTERS} characters (Unicode code
 * points), kept exactly as it was sent.
 */
public record MessageContent(@JsonValue String value) {

  public static final int MAX_CHARACTERS = 4_000;

  public MessageContent {
    problemWith(value)
        .ifPresent(
            code -> {
              throw new ParleyException(code);
            });
  }

  /** What is wrong with this text, if anything. */
  public static Optional<ErrorCode> problemWith(String text) {
    if (text.isBlank()) {
      return Optional.of(ErrorCode.CONTENT_EMPTY);
    }
    if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
      return Optional.of(ErrorCode.CONTENT_TOO_LONG);
    }
    return StorableText.isStorable(text)
        ? Optional.empty()
        : Optional.of(ErrorCode.CONTENT_NOT_STORABLE);
  }

  @Override
  public String toString() {
    return value;
  }
}
