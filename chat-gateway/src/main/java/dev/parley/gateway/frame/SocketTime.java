package dev.parley.gateway.frame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The first protocol's timestamps: {@code 2026-01-02T03:04:05.678901}, UTC, no zone. */
public final class SocketTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What is stored together has one time, and each of its messages shows it in some frames. */
  private static volatile Written latest = new Written(Instant.EPOCH, FORMAT.format(Instant.EPOCH));

  private record Written(Instant instant, String text) {}

  private SocketTime() {}

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
