package dev.parley.history.feed;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadFeed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks up by the index on {@code created_at} what each conversation got lately. */
@Singleton
class PostgresFeed {

  /** One row without a conversation where there was nothing. */
  private static final String SQL =
      """
      WITH lately AS (
        SELECT conversation_id, min(seq) AS low, max(seq) AS high
        FROM history.messages
        WHERE created_at >= greatest(?::timestamptz, statement_timestamp() - ?::interval)
        GROUP BY conversation_id
        LIMIT ?)
      SELECT statement_timestamp() AS until, c.name, lately.low, lately.high
      FROM (SELECT 1) AS one LEFT JOIN lately ON true
      LEFT JOIN history.conversations c ON c.id = lately.conversation_id
      """;

  private final DataSource dataSource;

  PostgresFeed(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param since by the database's clock; empty for all that is in reach
   */
  ReadFeed.Answer since(Optional<Instant> since) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setObject(1, since.orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC));
      statement.setString(2, ReadFeed.REACH.toString());
      statement.setInt(3, ReadFeed.MAX_RANGES + 1);
      return answer(statement, since);
    }
  }

  private static ReadFeed.Answer answer(PreparedStatement statement, Optional<Instant> since)
      throws SQLException {
    Instant until = Instant.EPOCH;
    List<ReadFeed.Stretch> ranges = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        until = row.getObject("until", OffsetDateTime.class).toInstant();
        if (row.getString("name") != null) {
          ranges.add(range(row));
        }
      }
    }
    Instant reach = until.minus(ReadFeed.REACH);
    boolean inReach = since.map(start -> !start.isBefore(reach)).orElse(true);
    return new ReadFeed.Answer(until, inReach && ranges.size() <= ReadFeed.MAX_RANGES, ranges);
  }

  private static ReadFeed.Stretch range(ResultSet row) throws SQLException {
    return new ReadFeed.Stretch(
        ConversationId.parse(row.getString("name")),
        new Sequence(row.getLong("low")),
        new Sequence(row.getLong("high")));
  }
}
