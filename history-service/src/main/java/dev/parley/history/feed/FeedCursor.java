package dev.parley.history.feed;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How far the feed was told: every message of a transaction before {@code end}, except of those
 * that were still pending. Written as {@code 812} or {@code 812:800,805}.
 *
 * @param end the first transaction id that the feed has not looked at
 * @param pending ids below {@code end} of transactions that had not ended
 */
record FeedCursor(long end, List<Long> pending) {

  /** PostgreSQL has a transaction for each connection at most; this is room for thousands. */
  private static final int MAX_LENGTH = 60_000;

  private static final Pattern FORM = Pattern.compile("[0-9]{1,18}(:[0-9]{1,18}(,[0-9]{1,18})*+)?");

  FeedCursor {
    pending = List.copyOf(pending);
  }

  /**
   * @throws IllegalArgumentException if the text is no cursor
   */
  static FeedCursor parse(String text) {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("A cursor must look like 812 or 812:800,805");
    }
    int colon = text.indexOf(':');
    return colon < 0
        ? new FeedCursor(Long.parseLong(text), List.of())
        : new FeedCursor(Long.parseLong(text.substring(0, colon)), ids(text.substring(colon + 1)));
  }

  /** Reads what PostgreSQL writes for a {@code pg_snapshot}: {@code 800:812:800,805}. */
  static FeedCursor ofSnapshot(String snapshot) {
    String[] parts = snapshot.split(":", -1);
    return new FeedCursor(Long.parseLong(parts[1]), ids(parts[2]));
  }

  private static List<Long> ids(String list) {
    return list.isEmpty()
        ? List.of()
        : Arrays.stream(list.split(",", -1)).map(Long::valueOf).toList();
  }

  /** The same picture, but only of transactions up to this one. */
  FeedCursor upTo(long last) {
    return new FeedCursor(last + 1, pending.stream().filter(id -> id <= last).toList());
  }

  /** Whether this one was told no more than the other: what it still lacks includes all of that. */
  boolean isNoFurtherThan(FeedCursor other) {
    return end < other.end || (end == other.end && pending.size() >= other.pending.size());
  }

  @Override
  public String toString() {
    String ids = String.join(",", pending.stream().map(String::valueOf).toList());
    return ids.isEmpty() ? Long.toString(end) : end + ":" + ids;
  }
}
