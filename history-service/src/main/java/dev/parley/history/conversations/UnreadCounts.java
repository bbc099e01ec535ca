package dev.parley.history.conversations;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Counts the messages of others after read marks: up to {@value ListConversations#MAX_UNREAD} in a
 * direct conversation; elsewhere it only says whether there is one. One's own messages never count.
 */
@Singleton
class UnreadCounts {

  /**
   * Two short ranges of the primary key: what follows the mark, and where that is all the user's
   * own, the end of the conversation. So somebody who wrote a million messages costs no more.
   */
  private static final String SQL =
      """
      SELECT asked.place, counted.unread
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
        WITH ORDINALITY AS asked (user_id, conversation_id, read_seq, last_seq, most, place)
      CROSS JOIN LATERAL (
        SELECT count(*) AS unread
        FROM (
          SELECT FROM history.messages m
          WHERE m.conversation_id = asked.conversation_id
            AND m.seq > asked.read_seq AND m.seq <= asked.read_seq + 1000
            AND m.sender_id <> asked.user_id
          UNION ALL
          SELECT FROM history.messages m
          WHERE m.conversation_id = asked.conversation_id
            AND m.seq > greatest(asked.read_seq + 1000, asked.last_seq - 1000)
            AND m.sender_id <> asked.user_id
          LIMIT asked.most) AS others) AS counted
      """;

  /** So that no statement comes near its time limit: at 100 unread each it takes about 0.1 s. */
  private static final int MAX_AT_ONCE = 1_000;

  private final DataSource dataSource;

  UnreadCounts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One conversation of one user, and how far they have read it. */
  record Mark(UserId user, ConversationRef conversation, Sequence read, Sequence last) {

    /** Most conversations are read, and notes to oneself have no others: they cost nothing. */
    private boolean mayHaveUnread() {
      return last.isAfter(read) && !conversation.name().equals(ConversationId.between(user, user));
    }

    private long most() {
      return switch (conversation.name()) {
        case ConversationId.Direct direct -> ListConversations.MAX_UNREAD;
        case ConversationId.Global global -> 1;
        case ConversationId.Room room -> 1;
      };
    }
  }

  /** A conversation by its name and by its row. */
  record ConversationRef(ConversationId name, long id) {}

  /** Of those marks that have none, nothing. */
  Map<Mark, Integer> of(List<Mark> marks) throws SQLException {
    List<Mark> asked = marks.stream().filter(Mark::mayHaveUnread).toList();
    Map<Mark, Integer> counts = new HashMap<>();
    for (int from = 0; from < asked.size(); from += MAX_AT_ONCE) {
      counts.putAll(count(asked.subList(from, Math.min(from + MAX_AT_ONCE, asked.size()))));
    }
    return counts;
  }

  private Map<Mark, Integer> count(List<Mark> asked) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      List<Function<Mark, Long>> columns =
          List.of(
              mark -> mark.user().value(),
              mark -> mark.conversation().id(),
              mark -> mark.read().value(),
              mark -> mark.last().value(),
              Mark::most);
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = asked.stream().map(columns.get(i)).toArray();
        statement.setArray(i + 1, connection.createArrayOf("bigint", values));
      }
      return answer(statement, asked);
    }
  }

  private static Map<Mark, Integer> answer(PreparedStatement statement, List<Mark> asked)
      throws SQLException {
    Map<Mark, Integer> counts = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        counts.put(asked.get(row.getInt("place") - 1), row.getInt("unread"));
      }
    }
    return counts;
  }
}
