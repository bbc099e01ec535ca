package dev.parley.tools.predecessor;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in the predecessor's file. It wrote {@code 2026-11-22 09:30:00.123456}, UTC; files that
 * went through other programs also have zones, dates alone, and seconds, milliseconds or
 * microseconds since 1970.
 *
 * @param instant empty if the value is not a time at which somebody can have chatted
 * @param problem what the report says about it, if anything
 */
record OldTime(Optional<Instant> instant, Optional<Problem> problem) {

  /** No chat is older. A clock that was never set says 1970, a broken one says year 0. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Pattern USUAL =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?");

  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "([0-9]{4})[-/]?([0-9]{2})[-/]?([0-9]{2})"
              + "(?:[ T]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]+))?)?)?"
              + " ?(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{9,19}(\\.[0-9]{1,20})?");

  private static final long[] UNITS_A_SECOND = {1, 1_000, 1_000_000, 1_000_000_000};

  static OldTime of(OldValue value, Instant latest) {
    if (value.isNothing()) {
      return without(Problem.TIME_MISSING);
    }
    String text = value.text().orElse("").strip();
    return read(text, latest)
        .map(instant -> inRange(instant, USUAL.matcher(text).matches(), latest))
        .orElseGet(() -> without(Problem.TIME_UNREADABLE));
  }

  private static OldTime without(Problem problem) {
    return new OldTime(Optional.empty(), Optional.of(problem));
  }

  private static OldTime inRange(Instant instant, boolean usual, Instant latest) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(latest)) {
      return without(Problem.TIME_IMPOSSIBLE);
    }
    return new OldTime(
        Optional.of(instant.truncatedTo(ChronoUnit.MICROS)),
        usual ? Optional.empty() : Optional.of(Problem.TIME_OF_ANOTHER_FORM));
  }

  private static Optional<Instant> read(String text, Instant latest) {
    try {
      Matcher parts = DATE_AND_TIME.matcher(text);
      if (parts.matches()) {
        return Optional.of(instant(parts));
      }
      return number(text)
          ? Optional.of(sinceEpoch(new BigDecimal(text), latest))
          : Optional.of(
              ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(Matcher parts) {
    LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    LocalTime time =
        LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6), nanos(parts.group(7)));
    return LocalDateTime.of(date, time).toInstant(zone(parts.group(8)));
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static int nanos(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private static ZoneOffset zone(String zone) {
    return zone == null || Character.isLetter(zone.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(zone);
  }

  private static boolean number(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The coarsest unit that does not lie in the future. */
  private static Instant sinceEpoch(BigDecimal number, Instant latest) {
    for (long units : UNITS_A_SECOND) {
      BigDecimal micros = number.movePointRight(6).divideToIntegralValue(BigDecimal.valueOf(units));
      BigDecimal limit = BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, latest));
      if (micros.compareTo(limit) <= 0) {
        return Instant.EPOCH.plus(micros.longValueExact(), ChronoUnit.MICROS);
      }
    }
    throw new ArithmeticException("beyond every unit");
  }
}
