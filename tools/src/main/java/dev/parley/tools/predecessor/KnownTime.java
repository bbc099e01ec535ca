package dev.parley.tools.predecessor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sqlite.Function;

/**
 * The SQL function {@code known_time}: microseconds since 1970, or NULL if a value is not a time.
 * SQLite sorts by it, on disk.
 */
final class KnownTime extends Function {

  private static final int INTEGER = 1;
  private static final int REAL = 2;
  private static final int TEXT = 3;

  private final Instant latest;

  private KnownTime(Instant latest) {
    this.latest = latest;
  }

  static void addTo(Connection connection, Instant latest) throws SQLException {
    create(connection, "known_time", new KnownTime(latest), 1, FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    Optional<Instant> time = OldTime.of(value(), latest).instant();
    if (time.isPresent()) {
      result(ChronoUnit.MICROS.between(Instant.EPOCH, time.get()));
    } else {
      result();
    }
  }

  private OldValue value() throws SQLException {
    return new OldValue(
        switch (value_type(0)) {
          case INTEGER -> value_long(0);
          case REAL -> value_double(0);
          case TEXT -> value_text(0);
          default -> null;
        });
  }
}
