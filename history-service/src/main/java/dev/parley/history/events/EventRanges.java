package dev.parley.history.events;

import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.internal.ReadEvents.Found;
import dev.parley.protocol.internal.ReadEvents.Range;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Reads ranges of logs, with one query for many. A message comes with its newest content, a deleted
 * one with none, and an edit without its content where a later edit or a deletion has overtaken it.
 */
@Singleton
public class EventRanges {

  /** Of one answer; more than one range has. */
  private static final int MAX_EVENTS = 2_000;

  private static final String SQL =
      """
      SELECT asked.position, c.first_seq, e.*, room.name AS room,
        coalesce(sender.username, e.sender_name, 'user-' || e.sender_id) AS sender,
        coalesce(other.username, e.recipient_name) AS recipient,
        coalesce(subject.username, 'user-' || e.subject_id) AS subject
      FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
        WITH ORDINALITY AS asked (name, low, high, one_user, other_user, position)
      JOIN history.conversations c ON c.name = asked.name
      LEFT JOIN history.rooms room ON room.conversation_id = c.id
      LEFT JOIN LATERAL (
        SELECT seq, 'chat' AS type, sender_id, sender_name, recipient_name, client_id,
          coalesce(posted_at, created_at) AS at, content, coalesce(content_seq, seq) AS content_seq,
          deleted_at IS NOT NULL AS deleted, NULL::bigint AS target, NULL::bigint AS subject_id,
          NULL::text AS body
        FROM history.messages
        WHERE conversation_id = c.id AND seq BETWEEN asked.low AND asked.high
        UNION ALL
        SELECT x.seq, x.type, x.sender_id, NULL, NULL, x.client_id,
          x.created_at, m.content, NULL,
          false, x.target, (x.body ->> 'user_id')::bigint,
          x.body::text
        FROM history.changes x
        LEFT JOIN history.messages m ON x.type = 'edited' AND m.conversation_id = x.conversation_id
          AND m.seq = x.target AND m.content_seq = x.seq AND m.deleted_at IS NULL
        WHERE x.conversation_id = c.id AND x.seq BETWEEN asked.low AND asked.high) AS e ON true
      LEFT JOIN history.accounts sender ON sender.user_id = e.sender_id
      LEFT JOIN history.accounts subject ON subject.user_id = e.subject_id
      LEFT JOIN history.accounts other ON other.user_id =
        CASE WHEN e.sender_id = asked.one_user THEN asked.other_user ELSE asked.one_user END
      ORDER BY asked.position, e.seq
      """;

  private final DataSource dataSource;
  private final EventRow rows;

  EventRanges(DataSource dataSource, StoredBodies bodies) {
    this.dataSource = dataSource;
    this.rows = new EventRow(bodies);
  }

  /** The first of these ranges, in their order, each with all that is stored of it. */
  public List<Found> read(List<Range> ranges) throws SQLException {
    List<Range> fitting = fitting(ranges);
    List<List<Event>> events = new ArrayList<>();
    List<Sequence> firstSeqs = new ArrayList<>();
    for (int i = 0; i < fitting.size(); i++) {
      events.add(new ArrayList<>());
      firstSeqs.add(new Sequence(1));
    }
    try (Connection connection = dataSource.getConnection()) {
      query(
          connection,
          fitting,
          row -> {
            int index = Math.toIntExact(row.getLong("position") - 1);
            firstSeqs.set(index, new Sequence(row.getLong("first_seq")));
            if (row.getString("type") != null) {
              events.get(index).add(rows.read(row, fitting.get(index).conversation()));
            }
          });
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < fitting.size(); i++) {
      found.add(new Found(fitting.get(i), firstSeqs.get(i), events.get(i)));
    }
    return found;
  }

  /** Always the first one, which no answer is too short for. */
  private static List<Range> fitting(List<Range> ranges) {
    int count = 0;
    int events = 0;
    while (count < ranges.size() && events + ranges.get(count).length() <= MAX_EVENTS) {
      events += ranges.get(count).length();
      count++;
    }
    return ranges.subList(0, count);
  }

  private static void query(Connection connection, List<Range> ranges, SetStatement.Reader reader)
      throws SQLException {
    try (var statement = new SetStatement<>(connection, SQL, ranges)) {
      statement
          .column("text", Range::conversation)
          .column("bigint", Range::from)
          .column("bigint", Range::to)
          .column("bigint", range -> member(range, ConversationId.Direct::low))
          .column("bigint", range -> member(range, ConversationId.Direct::high))
          .read(reader);
    }
  }

  private static UserId member(Range range, Function<ConversationId.Direct, UserId> which) {
    return range.conversation() instanceof ConversationId.Direct direct
        ? which.apply(direct)
        : null;
  }
}
