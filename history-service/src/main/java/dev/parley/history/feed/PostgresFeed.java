package dev.parley.history.feed;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadFeed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Finds what was committed in each conversation since a cursor, by the id of the transaction that
 * stored it. One statement sees one snapshot, and the snapshot becomes the next cursor. The feed
 * reports transactions that have ended in the snapshot now, and the others once they have ended. A
 * query costs only as much as it reports, however long some other transaction takes.
 */
@Singleton
class PostgresFeed {

  /**
   * Ids beyond the snapshot are of another database, whose dump was loaded here; they count as
   * told. One row without a conversation comes where there is nothing to tell.
   */
  private static final String SQL =
      """
      WITH since AS (
        SELECT conversation_id, seq, committed_in
        FROM (
          SELECT conversation_id, seq, committed_in FROM history.messages
          UNION ALL
          SELECT conversation_id, seq, committed_in FROM history.changes) AS event
        WHERE committed_in >= ?::text::xid8
          AND committed_in < pg_snapshot_xmax(pg_current_snapshot())
        ORDER BY committed_in FETCH FIRST ? ROWS WITH TIES),
      pending AS (SELECT ?::text[]::xid8[] AS ids),
      late AS (
        SELECT conversation_id, seq FROM history.messages
        WHERE committed_in = ANY ((SELECT ids FROM pending)::xid8[])
        UNION ALL
        SELECT conversation_id, seq FROM history.changes
        WHERE committed_in = ANY ((SELECT ids FROM pending)::xid8[])),
      ranges AS (
        SELECT conversation_id, min(seq) AS low, max(seq) AS high
        FROM (SELECT conversation_id, seq FROM since UNION ALL SELECT * FROM late) AS told
        GROUP BY conversation_id)
      SELECT pg_current_snapshot()::text AS snapshot,
        (SELECT count(*) FROM since) AS events,
        (SELECT committed_in::text FROM since ORDER BY committed_in DESC LIMIT 1) AS last,
        c.name, ranges.low, ranges.high
      FROM (SELECT 1) AS one LEFT JOIN ranges ON true
      LEFT JOIN history.conversations c ON c.id = ranges.conversation_id
      """;

  private static final String SNAPSHOT = "SELECT pg_current_snapshot()::text";

  private final DataSource dataSource;

  PostgresFeed(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param after empty for an answer that begins now
   */
  ReadFeed.Answer read(Optional<FeedCursor> after) throws SQLException {
    return read(after, ReadFeed.MAX_EVENTS);
  }

  ReadFeed.Answer read(Optional<FeedCursor> after, int maxEvents) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return after.isEmpty() ? beginning(connection) : since(after.get(), maxEvents, connection);
    }
  }

  private static ReadFeed.Answer beginning(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SNAPSHOT);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return beginning(FeedCursor.ofSnapshot(row.getString(1)));
    }
  }

  private static ReadFeed.Answer beginning(FeedCursor snapshot) {
    return new ReadFeed.Answer(snapshot.toString(), false, true, List.of());
  }

  private static ReadFeed.Answer since(FeedCursor after, int maxEvents, Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, Long.toString(after.end()));
      statement.setInt(2, maxEvents);
      Object[] pending = after.pending().stream().map(String::valueOf).toArray();
      statement.setArray(3, connection.createArrayOf("text", pending));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        FeedCursor snapshot = FeedCursor.ofSnapshot(row.getString("snapshot"));
        return after.end() > snapshot.end()
            ? beginning(snapshot)
            : answer(row, snapshot, maxEvents);
      }
    }
  }

  private static ReadFeed.Answer answer(ResultSet row, FeedCursor snapshot, int maxEvents)
      throws SQLException {
    boolean complete = row.getLong("events") < maxEvents;
    FeedCursor cursor = complete ? snapshot : snapshot.upTo(Long.parseLong(row.getString("last")));
    List<ReadFeed.Range> ranges = new ArrayList<>();
    do {
      if (row.getString("name") != null) {
        ranges.add(range(row));
      }
    } while (row.next());
    return new ReadFeed.Answer(cursor.toString(), true, complete, ranges);
  }

  private static ReadFeed.Range range(ResultSet row) throws SQLException {
    return new ReadFeed.Range(
        ConversationId.parse(row.getString("name")),
        new Sequence(row.getLong("low")),
        new Sequence(row.getLong("high")));
  }
}
