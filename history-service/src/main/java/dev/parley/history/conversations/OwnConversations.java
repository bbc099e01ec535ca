package dev.parley.history.conversations;

import dev.parley.history.events.MessageColumns;
import dev.parley.history.reads.Page;
import dev.parley.history.reads.Snapshot;
import dev.parley.history.reads.Snapshots;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Event;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists a user's conversations for the user: all but the inbox, the latest activity first. */
@Singleton
class OwnConversations {

  /** Found by index, however many conversations there are. */
  private static final String IDS =
      """
      SELECT c.id, c.name, c.last_at
      FROM (
        SELECT conversation_id AS id FROM history.members WHERE user_id = ?
        UNION
        SELECT id FROM history.conversations WHERE name = 'global') AS mine
      JOIN history.conversations c USING (id)
      WHERE (c.last_seq > 0 OR c.name = 'global') AND c.name NOT LIKE 'inbox-%'
        AND (c.last_at, c.id) < (?, ?)
      ORDER BY c.last_at DESC, c.id DESC
      LIMIT ?
      """;

  private static final String LAST_MESSAGES =
      "SELECT asked.name, "
          + MessageColumns.COLUMNS
          + """
          FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS asked (name, one_user, other_user)
          JOIN history.conversations c ON c.name = asked.name
          JOIN LATERAL (
            SELECT * FROM history.messages
            WHERE conversation_id = c.id AND seq >= c.first_seq
            ORDER BY seq DESC LIMIT 1) AS m ON true
          """
          + MessageColumns.JOINS;

  private final Snapshots snapshots;

  OwnConversations(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** A conversation, and where the next page begins after it. */
  private record Listed(ConversationId conversation, Cursor cursor) {}

  OverviewPage page(UserId user, Cursor start, int limit) throws SQLException {
    return snapshots.read(
        snapshot -> {
          Page<Listed> page =
              Page.of(
                  snapshot.list(
                      IDS,
                      OwnConversations::listed,
                      user.value(),
                      start.at().atOffset(ZoneOffset.UTC),
                      start.id(),
                      limit + 1),
                  limit);
          List<ConversationId> names = page.items().stream().map(Listed::conversation).toList();
          return new OverviewPage(
              overviews(user, names, snapshot),
              page.hasMore(),
              page.hasMore() ? page.last().cursor().toString() : null);
        });
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        ConversationId.parse(row.getString("name")),
        new Cursor(row.getObject("last_at", OffsetDateTime.class).toInstant(), row.getLong("id")));
  }

  private static List<Overview> overviews(
      UserId user, List<ConversationId> conversations, Snapshot snapshot) throws SQLException {
    Map<ConversationId, Event> last = lastMessages(conversations, snapshot);
    List<ConversationEntry> entries = Entries.find(user, conversations, snapshot);
    return entries.stream()
        .map(entry -> new Overview(entry, last.get(entry.conversation())))
        .toList();
  }

  private static Map<ConversationId, Event> lastMessages(
      List<ConversationId> conversations, Snapshot snapshot) throws SQLException {
    Map<ConversationId, Event> last = new HashMap<>();
    snapshot.list(
        LAST_MESSAGES,
        row -> {
          ConversationId conversation = ConversationId.parse(row.getString("name"));
          return last.put(conversation, MessageColumns.read(row, conversation));
        },
        conversations.stream().map(ConversationId::toString).toArray(String[]::new),
        users(conversations, ConversationId.Direct::low),
        users(conversations, ConversationId.Direct::high));
    return last;
  }

  private static Long[] users(
      List<ConversationId> conversations, Function<ConversationId.Direct, UserId> which) {
    return conversations.stream()
        .map(
            conversation ->
                conversation instanceof ConversationId.Direct direct
                    ? (Long) which.apply(direct).value()
                    : null)
        .toArray(Long[]::new);
  }
}
