package dev.parley.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the first protocol writes them, all UTC. Newer answers carry an {@code Instant}. */
public final class HttpTime {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HttpTime() {}

  /** {@code 2026-01-02 03:04:05}. */
  public static String seconds(Instant time) {
    return SECONDS.format(time);
  }

  /** {@code 2026-01-02T03:04:05.678900}: ISO 8601 without a zone. */
  public static String isoWithoutZone(Instant time) {
    return MICROSECONDS.format(time);
  }
}
