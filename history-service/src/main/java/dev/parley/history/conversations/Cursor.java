package dev.parley.history.conversations;

import dev.parley.history.requests.Parameter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of conversations ends: the last one's time of activity and id. It stays where it is
 * when that conversation moves to the top. Opaque to clients: {@code "1767323045678901-17"}.
 */
record Cursor(Instant at, long id) {

  /** Before the first page. */
  static final Cursor START = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), Long.MAX_VALUE);

  private static final Pattern FORM = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

  static Cursor parse(String text) {
    if (text == null || text.isEmpty()) {
      return START;
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw Parameter.invalid("before must be next_before of an earlier page");
    }
    Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
    return new Cursor(at, Long.parseLong(matcher.group(2)));
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
  }
}
