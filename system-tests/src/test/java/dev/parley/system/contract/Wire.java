package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the wire contract says about the form of things. */
public final class Wire {

  private static final DateTimeFormatter HTTP_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter SOCKET_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  private Wire() {}

  /** {@code 2026-11-22 09:30:00}. */
  public static LocalDateTime httpTime(JsonNode time) {
    return LocalDateTime.parse(time.asText(), HTTP_TIME);
  }

  /** {@code 2026-11-22T09:30:00.123456}. */
  public static LocalDateTime socketTime(JsonNode time) {
    return LocalDateTime.parse(time.asText(), SOCKET_TIME);
  }

  /** In UTC, so that a server that answers local time is found out. */
  public static void assertIsNow(LocalDateTime time) {
    assertIsAbout(Duration.ZERO, time);
  }

  public static void assertIsAbout(Duration fromNow, LocalDateTime time) {
    Duration off = Duration.between(LocalDateTime.now(ZoneOffset.UTC).plus(fromNow), time).abs();
    assertTrue(off.compareTo(TOLERANCE) < 0, time + " is off by " + off);
  }

  /** Exactly these fields, in any order. */
  public static void assertFields(JsonNode object, String... names) {
    assertEquals(new TreeSet<>(Set.of(names)), fields(object), object.toString());
  }

  /** These fields, and those that the second protocol adds. */
  public static void assertHasFields(JsonNode object, String... names) {
    assertTrue(fields(object).containsAll(Set.of(names)), object.toString());
  }

  private static Set<String> fields(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
