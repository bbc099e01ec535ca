package dev.parley.history.conversations;

import dev.parley.history.events.EventRanges;
import dev.parley.history.reads.Page;
import dev.parley.history.reads.Snapshot;
import dev.parley.history.reads.Snapshots;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadEvents.Range;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pages through a user's conversations, the most recently active first, with last messages. */
@Singleton
class Overviews {

  /** A union and not an OR, so that PostgreSQL uses the index however many conversations exist. */
  private static final String SQL =
      "SELECT asked.user_id, "
          + EntryRow.COLUMNS
          + """
          , coalesce((
            SELECT seq FROM history.messages last_one
            WHERE last_one.conversation_id = c.id AND last_one.seq <= c.last_seq
            ORDER BY seq DESC LIMIT 1), 0) AS last_message
          FROM (SELECT ?::bigint AS user_id) AS asked
          CROSS JOIN LATERAL (
            SELECT conversation_id AS id FROM history.members WHERE user_id = asked.user_id
            UNION
            SELECT id FROM history.conversations WHERE name = 'global') AS mine
          JOIN history.conversations c ON c.id = mine.id
          """
          + Entries.JOINED
          + """
          WHERE (c.last_seq > 0 OR c.name = 'global') AND c.name NOT LIKE 'inbox-%'
            AND (c.last_at, c.id) < (?, ?)
          ORDER BY c.last_at DESC, c.id DESC
          LIMIT ?
          """;

  private final Snapshots snapshots;
  private final EventRanges events;

  Overviews(Snapshots snapshots, EventRanges events) {
    this.snapshots = snapshots;
    this.events = events;
  }

  private record Row(EntryRow entry, Sequence lastMessage, Cursor after) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          EntryRow.read(row), new Sequence(row.getLong("last_message")), Cursor.after(row));
    }
  }

  OverviewPage page(UserId user, Cursor cursor, int limit) throws SQLException {
    return snapshots.read(
        snapshot -> {
          Page<Row> page =
              Page.of(
                  snapshot.list(
                      SQL,
                      Row::read,
                      user.value(),
                      cursor.at().atOffset(ZoneOffset.UTC),
                      cursor.id(),
                      limit + 1),
                  limit);
          String next = page.hasMore() ? page.last().after().toString() : null;
          return new OverviewPage(overviews(page.items(), snapshot), page.hasMore(), next);
        });
  }

  private List<Overview> overviews(List<Row> rows, Snapshot snapshot) throws SQLException {
    Map<Range, Event> lastMessages = lastMessages(rows);
    List<ConversationEntry> entries =
        Entries.of(rows.stream().map(Row::entry).toList(), snapshot);
    List<Overview> overviews = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      overviews.add(new Overview(entries.get(i), lastMessages.get(lastMessage(rows.get(i)))));
    }
    return overviews;
  }

  private Map<Range, Event> lastMessages(List<Row> rows) throws SQLException {
    List<Range> ranges =
        rows.stream()
            .filter(row -> row.lastMessage().isAfter(Sequence.NONE))
            .map(Overviews::lastMessage)
            .toList();
    Map<Range, Event> found = new HashMap<>();
    for (ReadEvents.Found one : ranges.isEmpty() ? List.<ReadEvents.Found>of() : events.read(ranges)) {
      one.events().forEach(event -> found.put(one.range(), event));
    }
    return found;
  }

  private static Range lastMessage(Row row) {
    return new Range(row.entry().conversation(), row.lastMessage(), row.lastMessage());
  }
}
