package dev.parley.history.conversations;

import dev.parley.history.reads.Snapshot;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Counts the messages of others after read marks: up to {@value ConversationEntry#MAX_UNREAD} in a
 * direct conversation and in the inbox; elsewhere it only says whether there is one. Neither one's
 * own messages nor deleted ones count.
 */
final class UnreadCounts {

  /**
   * Two short ranges of the primary key: what follows the mark, and where that is all the user's
   * own, the end of the conversation. So somebody who wrote a million messages costs no more. An
   * inbox has no messages; what others did to its owner counts there.
   */
  private static final String SQL =
      """
      SELECT asked.position, counted.unread
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
        WITH ORDINALITY AS asked (user_id, conversation_id, read_seq, last_seq, most, position)
      CROSS JOIN LATERAL (
        SELECT count(*) AS unread
        FROM (
          SELECT FROM history.messages m
          WHERE m.conversation_id = asked.conversation_id
            AND m.seq > asked.read_seq AND m.seq <= asked.read_seq + 1000
            AND m.sender_id <> asked.user_id AND m.deleted_at IS NULL
          UNION ALL
          SELECT FROM history.messages m
          WHERE m.conversation_id = asked.conversation_id
            AND m.seq > greatest(asked.read_seq + 1000, asked.last_seq - 1000)
            AND m.sender_id <> asked.user_id AND m.deleted_at IS NULL
          LIMIT asked.most) AS others) AS counted
      """;

  private static final String INBOX_SQL =
      """
      SELECT asked.position, counted.unread
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
        WITH ORDINALITY AS asked (user_id, conversation_id, read_seq, last_seq, most, position)
      CROSS JOIN LATERAL (
        SELECT count(*) AS unread
        FROM (
          SELECT FROM history.changes x
          WHERE x.conversation_id = asked.conversation_id
            AND x.seq > greatest(asked.read_seq, asked.last_seq - 1000)
            AND x.sender_id <> asked.user_id
          LIMIT asked.most) AS others) AS counted
      """;

  /** So that no statement comes near its time limit: at 100 unread each it takes about 0.1 s. */
  private static final int MAX_AT_ONCE = 1_000;

  private UnreadCounts() {}

  /**
   * One conversation of one user, and how far they have read it.
   *
   * @param row the conversation's id in the database
   */
  record Mark(UserId user, ConversationId conversation, long row, Sequence read, Sequence last) {

    /** Most conversations are read, and notes to oneself have no others: they cost nothing. */
    private boolean mayHaveUnread() {
      return last.isAfter(read) && !conversation.equals(ConversationId.between(user, user));
    }

    private boolean isInbox() {
      return conversation instanceof ConversationId.Inbox;
    }

    private long most() {
      return switch (conversation) {
        case ConversationId.Direct direct -> ConversationEntry.MAX_UNREAD;
        case ConversationId.Inbox inbox -> ConversationEntry.MAX_UNREAD;
        case ConversationId.Global global -> 1;
        case ConversationId.Room room -> 1;
      };
    }
  }

  /** Of those marks that have none, nothing. */
  static Map<Mark, Integer> of(List<Mark> marks, Snapshot snapshot) throws SQLException {
    List<Mark> asked = marks.stream().filter(Mark::mayHaveUnread).toList();
    Map<Mark, Integer> counts = new HashMap<>();
    count(SQL, asked.stream().filter(mark -> !mark.isInbox()).toList(), snapshot, counts);
    count(INBOX_SQL, asked.stream().filter(Mark::isInbox).toList(), snapshot, counts);
    return counts;
  }

  private static void count(
      String sql, List<Mark> marks, Snapshot snapshot, Map<Mark, Integer> counts)
      throws SQLException {
    for (int from = 0; from < marks.size(); from += MAX_AT_ONCE) {
      List<Mark> asked = marks.subList(from, Math.min(from + MAX_AT_ONCE, marks.size()));
      snapshot.list(
          sql,
          row -> counts.put(asked.get(row.getInt("position") - 1), row.getInt("unread")),
          column(asked, mark -> mark.user().value()),
          column(asked, Mark::row),
          column(asked, mark -> mark.read().value()),
          column(asked, mark -> mark.last().value()),
          column(asked, Mark::most));
    }
  }

  private static long[] column(List<Mark> marks, ToLongFunction<Mark> value) {
    return marks.stream().mapToLong(value).toArray();
  }
}
