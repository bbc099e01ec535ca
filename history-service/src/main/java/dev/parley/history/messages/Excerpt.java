package dev.parley.history.messages;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Some consecutive messages, oldest first, and whether there are others before and after them. */
record Excerpt(List<MessageState> messages, boolean hasOlder, boolean hasNewer) {

  static Excerpt latest(MessageReading reading, int limit) throws SQLException {
    return older(reading.before(Long.MAX_VALUE, limit + 1), limit, false);
  }

  static Excerpt before(MessageReading reading, long seq, int limit) throws SQLException {
    return older(reading.before(seq, limit + 1), limit, reading.existsFrom(seq));
  }

  static Excerpt after(MessageReading reading, long seq, int limit) throws SQLException {
    List<MessageState> found = reading.from(seq + 1, limit + 1);
    return new Excerpt(
        found.subList(0, Math.min(limit, found.size())),
        reading.existsBefore(seq + 1),
        found.size() > limit);
  }

  /** As many before as after, unless there are too few on one side. */
  static Excerpt around(MessageReading reading, long seq, int limit) throws SQLException {
    List<MessageState> older = reading.before(seq, limit + 1);
    List<MessageState> newer = reading.from(seq, limit + 1);
    int behind = Math.min(newer.size(), Math.max(limit - limit / 2, limit - older.size()));
    int ahead = Math.min(older.size(), limit - behind);
    return new Excerpt(
        Stream.concat(
                older.subList(older.size() - ahead, older.size()).stream(),
                newer.subList(0, behind).stream())
            .toList(),
        older.size() > ahead,
        newer.size() > behind);
  }

  private static Excerpt older(List<MessageState> found, int limit, boolean hasNewer) {
    boolean hasOlder = found.size() > limit;
    return new Excerpt(hasOlder ? found.subList(1, limit + 1) : found, hasOlder, hasNewer);
  }
}
