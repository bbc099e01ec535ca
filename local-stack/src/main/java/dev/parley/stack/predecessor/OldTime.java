package dev.parley.stack.predecessor;

import dev.parley.stack.StackException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Times as the predecessor wrote them: {@code 2026-11-22 09:30:00.123456}, UTC. */
final class OldTime {

  private OldTime() {}

  /**
   * @param where names the row, for the sentence about a time that is none
   */
  static Instant parse(String text, String where) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T'))
          .toInstant(ZoneOffset.UTC)
          .truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException | NullPointerException e) {
      throw new StackException(
          "The time of %s is not readable: %s. Nothing was changed.".formatted(where, text), e);
    }
  }
}
