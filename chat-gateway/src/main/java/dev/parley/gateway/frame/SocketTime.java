package dev.parley.gateway.frame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The first protocol's timestamps: {@code 2026-01-02T03:04:05.678901}, UTC, no zone. */
public final class SocketTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private SocketTime() {}

  public static String format(Instant instant) {
    return FORMAT.format(instant);
  }
}
