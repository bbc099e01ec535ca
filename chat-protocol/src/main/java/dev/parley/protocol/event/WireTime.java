package dev.parley.protocol.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The timestamps of events, as the first protocol has them: {@code 2026-01-02T03:04:05.678901},
 * UTC, no zone.
 */
public final class WireTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What is stored together has one time, and each of its messages shows it in some frames. */
  private static volatile Written latest = new Written(Instant.EPOCH, FORMAT.format(Instant.EPOCH));

  private record Written(Instant instant, String text) {}

  private WireTime() {}

  /** Reads what {@link #format} wrote. */
  public static Instant parse(String text) {
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** Thread-safe. */
  public static String format(Instant instant) {
    Written known = latest;
    if (!known.instant().equals(instant)) {
      known = new Written(instant, FORMAT.format(instant));
      latest = known;
    }
    return known.text();
  }
}
