package dev.parley.history.messages;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ReadMessages.Range;
import dev.parley.protocol.internal.ReadMessages.Stretch;
import dev.parley.protocol.internal.StoredMessage;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Reads many stretches of conversations with one query. An answer ends with the range that brings
 * it to {@value #MAX_MESSAGES} messages; that is more than one range has.
 */
@Singleton
class MessageRanges {

  private static final int MAX_MESSAGES = 2_000;

  private static final String SQL =
      """
      SELECT range.place, m.seq, m.sender_id, m.sender_name, m.recipient_id, m.recipient_name,
        m.client_id, m.content, m.created_at
      FROM unnest(?::text[], ?::bigint[], ?::bigint[]) WITH ORDINALITY AS range (name, low, high, place)
      JOIN history.conversations c ON c.name = range.name
      JOIN history.messages m ON m.conversation_id = c.id AND m.seq BETWEEN range.low AND range.high
      ORDER BY range.place, m.seq
      LIMIT ?
      """;

  private final DataSource dataSource;

  MessageRanges(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The first of these ranges, in their order, each with all that is stored of it. */
  List<Stretch> read(List<Range> ranges) throws SQLException {
    List<List<StoredMessage>> found = new ArrayList<>();
    ranges.forEach(range -> found.add(new ArrayList<>()));
    int whole = query(ranges, found);
    List<Stretch> stretches = new ArrayList<>(whole);
    for (int i = 0; i < whole; i++) {
      stretches.add(new Stretch(ranges.get(i), found.get(i)));
    }
    return stretches;
  }

  /** How many of the ranges, from the first on, were read to their ends. */
  private int query(List<Range> ranges, List<List<StoredMessage>> found) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(
          1, array(connection, "text", ranges, one -> one.conversation().toString()));
      statement.setArray(2, array(connection, "bigint", ranges, one -> one.from().value()));
      statement.setArray(3, array(connection, "bigint", ranges, one -> one.to().value()));
      statement.setInt(4, MAX_MESSAGES);
      return collect(statement, ranges, found);
    }
  }

  private static Array array(
      Connection connection, String type, List<Range> ranges, Function<Range, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, ranges.stream().map(column).toArray());
  }

  private static int collect(
      PreparedStatement statement, List<Range> ranges, List<List<StoredMessage>> found)
      throws SQLException {
    int rows = 0;
    int last = 0;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        last = Math.toIntExact(row.getLong("place") - 1);
        found.get(last).add(message(row, ranges.get(last).conversation()));
        rows++;
      }
    }
    return rows < MAX_MESSAGES ? ranges.size() : last;
  }

  private static StoredMessage message(ResultSet row, ConversationId conversation)
      throws SQLException {
    return new StoredMessage(
        conversation,
        new Sequence(row.getLong("seq")),
        new User(new UserId(row.getLong("sender_id")), row.getString("sender_name")),
        recipient(row),
        MessageRow.clientIdOf(row.getString("client_id")),
        row.getString("content"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static User recipient(ResultSet row) throws SQLException {
    String name = row.getString("recipient_name");
    return name == null ? null : new User(new UserId(row.getLong("recipient_id")), name);
  }
}
