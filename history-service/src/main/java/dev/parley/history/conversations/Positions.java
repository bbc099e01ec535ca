package dev.parley.history.conversations;

import dev.parley.history.conversations.UnreadCounts.ConversationRef;
import dev.parley.history.conversations.UnreadCounts.Mark;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ListConversations.Position;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Finds the last sequences of conversations, for many users or conversations with one query. */
@Singleton
class Positions {

  /**
   * Of each user the latest, looked up by index; global has no participants, and is everybody's.
   */
  private static final String OF_USERS =
      """
      SELECT users.id AS user_id, latest.id, latest.name, latest.last_seq, latest.read_seq
      FROM unnest(?::bigint[]) AS users (id)
      CROSS JOIN LATERAL (
        SELECT c.id, c.name, c.last_seq, coalesce(p.read_seq, 0) AS read_seq
        FROM (
          SELECT conversation_id AS id FROM history.participants WHERE user_id = users.id
          UNION
          SELECT id FROM history.conversations WHERE name = 'global') AS mine
        JOIN history.conversations c USING (id)
        LEFT JOIN history.participants p ON p.user_id = users.id AND p.conversation_id = c.id
        WHERE c.last_seq > 0 OR c.name = 'global'
        ORDER BY c.name = 'global' DESC, c.last_at DESC, c.id DESC
        LIMIT ?) AS latest
      """;

  private static final String LAST =
      "SELECT name, last_seq FROM history.conversations WHERE name = ANY (?)";

  private final DataSource dataSource;
  private final UnreadCounts unread;

  Positions(DataSource dataSource, UnreadCounts unread) {
    this.dataSource = dataSource;
    this.unread = unread;
  }

  /** By user id, as the answer has it. */
  Map<String, List<Position>> of(Collection<UserId> users) throws SQLException {
    List<Mark> marks = marks(users);
    Map<Mark, Integer> counts = unread.of(marks);
    Map<String, List<Position>> positions = new HashMap<>();
    for (Mark mark : marks) {
      positions
          .computeIfAbsent(mark.user().toString(), any -> new ArrayList<>())
          .add(position(mark, counts.getOrDefault(mark, 0)));
    }
    return positions;
  }

  private static Position position(Mark mark, int unread) {
    return new Position(mark.conversation().name(), mark.last(), mark.read(), unread);
  }

  private List<Mark> marks(Collection<UserId> users) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OF_USERS)) {
      Object[] ids = users.stream().map(UserId::value).toArray();
      statement.setArray(1, connection.createArrayOf("bigint", ids));
      statement.setInt(2, ListConversations.MAX_CONVERSATIONS);
      return marks(statement);
    }
  }

  private static List<Mark> marks(PreparedStatement statement) throws SQLException {
    List<Mark> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(mark(row));
      }
    }
    return found;
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        new UserId(row.getLong("user_id")),
        new ConversationRef(ConversationId.parse(row.getString("name")), row.getLong("id")),
        new Sequence(row.getLong("read_seq")),
        new Sequence(row.getLong("last_seq")));
  }

  /** By the name of the conversation; of one that does not exist, nothing. */
  Map<String, Sequence> last(Collection<ConversationId> conversations) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LAST)) {
      Object[] names = conversations.stream().map(ConversationId::toString).toArray();
      statement.setArray(1, connection.createArrayOf("text", names));
      Map<String, Sequence> found = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.put(row.getString("name"), new Sequence(row.getLong("last_seq")));
        }
      }
      return found;
    }
  }
}
