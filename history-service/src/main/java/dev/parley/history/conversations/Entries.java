package dev.parley.history.conversations;

import dev.parley.history.conversations.UnreadCounts.Mark;
import dev.parley.history.reads.Snapshot;
import dev.parley.history.reads.Snapshots;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.FindConversations.Asked;
import dev.parley.protocol.internal.ListConversations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations as their members see them, for many users at once and from one snapshot. */
@Singleton
public class Entries {

  /** Rows of one answer, which gateways ask for many users at once. */
  private static final int MAX_ROWS = 20_000;

  private static final String JOINED =
      """
      LEFT JOIN history.members m ON m.user_id = asked.user_id AND m.conversation_id = c.id
      LEFT JOIN history.read_marks r ON r.user_id = asked.user_id AND r.conversation_id = c.id
      LEFT JOIN history.rooms room ON room.conversation_id = c.id
      """;

  /** Of each user the latest, looked up by index; global has no members, and is everybody's. */
  private static final String LIST =
      "SELECT asked.user_id, mine.* FROM unnest(?::bigint[]) WITH ORDINALITY AS asked (user_id, position)"
          + " CROSS JOIN LATERAL (SELECT c.name = 'global' OR c.name LIKE 'inbox-%' AS own, "
          + EntryRow.COLUMNS
          + """
          FROM (
            SELECT conversation_id AS id FROM history.members WHERE user_id = asked.user_id
            UNION
            SELECT id FROM history.conversations WHERE name = 'global') AS ids
          JOIN history.conversations c USING (id)
          """
          + JOINED
          + """
          WHERE c.last_seq > 0 OR c.name = 'global'
          ORDER BY own DESC, c.last_at DESC, c.id DESC
          LIMIT ?) AS mine
          ORDER BY asked.position, mine.own DESC, mine.last_at DESC, mine.id DESC
          LIMIT ?
          """;

  private static final String FIND =
      "SELECT asked.user_id, "
          + EntryRow.COLUMNS
          + """
          FROM unnest(?::bigint[], ?::text[]) WITH ORDINALITY AS asked (user_id, name, position)
          JOIN history.conversations c ON c.name = asked.name
          """
          + JOINED
          + """
          WHERE m.user_id IS NOT NULL OR c.name = 'global'
          ORDER BY asked.position
          """;

  private static final String NAMES =
      "SELECT user_id, username FROM history.accounts WHERE user_id = ANY (?::bigint[])";

  private static final String LAST =
      "SELECT name, last_seq FROM history.conversations WHERE name = ANY (?::text[])";

  private static final String EPOCH = "SELECT id FROM history.epoch";

  private final Snapshots snapshots;

  Entries(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Leaves out the last users if there is too much; the first one is always there. */
  ListConversations.Answer list(List<UserId> users) throws SQLException {
    return snapshots.read(
        snapshot -> {
          long[] ids = users.stream().mapToLong(UserId::value).toArray();
          List<EntryRow> rows =
              snapshot.list(
                  LIST, EntryRow::read, ids, ListConversations.MAX_CONVERSATIONS, MAX_ROWS);
          Map<UserId, List<ConversationEntry>> byUser = byUser(rows, snapshot);
          Map<String, List<ConversationEntry>> answer = new HashMap<>();
          byUser.forEach((user, entries) -> answer.put(user.toString(), withInbox(user, entries)));
          return new ListConversations.Answer(epoch(snapshot), answer);
        });
  }

  private static Map<UserId, List<ConversationEntry>> byUser(List<EntryRow> rows, Snapshot snapshot)
      throws SQLException {
    Map<UserId, List<ConversationEntry>> byUser = new LinkedHashMap<>();
    List<ConversationEntry> entries = entries(rows, snapshot);
    for (int i = 0; i < rows.size(); i++) {
      byUser
          .computeIfAbsent(rows.get(i).mark().user(), any -> new ArrayList<>())
          .add(entries.get(i));
    }
    if (rows.size() == MAX_ROWS && byUser.size() > 1) {
      byUser.remove(rows.getLast().mark().user());
    }
    return byUser;
  }

  /** Everybody has an inbox; its row appears with its first event. */
  private static List<ConversationEntry> withInbox(UserId user, List<ConversationEntry> entries) {
    ConversationId inbox = new ConversationId.Inbox(user);
    if (entries.stream().noneMatch(entry -> entry.conversation().equals(inbox))) {
      entries.addFirst(EntryRow.emptyInbox(user));
    }
    return entries;
  }

  private static String epoch(Snapshot snapshot) throws SQLException {
    return snapshot.first(EPOCH, row -> row.getString(1)).orElseThrow();
  }

  /** Empty if the user is not a member. */
  public Optional<ConversationEntry> find(UserId user, ConversationId conversation)
      throws SQLException {
    return find(List.of(new Asked(user, conversation))).stream()
        .map(FindConversations.Found::entry)
        .findFirst();
  }

  List<FindConversations.Found> find(List<Asked> asked) throws SQLException {
    return snapshots.read(snapshot -> find(asked, snapshot));
  }

  /** In this order; leaves out those of which the user is not a member. */
  static List<ConversationEntry> find(
      UserId user, List<ConversationId> conversations, Snapshot snapshot) throws SQLException {
    List<Asked> asked =
        conversations.stream().map(conversation -> new Asked(user, conversation)).toList();
    return find(asked, snapshot).stream().map(FindConversations.Found::entry).toList();
  }

  private static List<FindConversations.Found> find(List<Asked> asked, Snapshot snapshot)
      throws SQLException {
    List<EntryRow> rows =
        snapshot.list(
            FIND,
            EntryRow::read,
            asked.stream().mapToLong(one -> one.userId().value()).toArray(),
            asked.stream().map(one -> one.conversation().toString()).toArray(String[]::new));
    List<ConversationEntry> entries = entries(rows, snapshot);
    List<FindConversations.Found> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      found.add(new FindConversations.Found(rows.get(i).mark().user(), entries.get(i)));
    }
    return found;
  }

  private static List<ConversationEntry> entries(List<EntryRow> rows, Snapshot snapshot)
      throws SQLException {
    Map<UserId, User> users = others(rows, snapshot);
    Map<Mark, Integer> unread =
        UnreadCounts.of(rows.stream().map(EntryRow::mark).toList(), snapshot);
    return rows.stream().map(row -> row.entry(users, unread.getOrDefault(row.mark(), 0))).toList();
  }

  private static Map<UserId, User> others(List<EntryRow> rows, Snapshot snapshot)
      throws SQLException {
    long[] ids =
        rows.stream()
            .flatMap(row -> row.with().stream())
            .mapToLong(UserId::value)
            .distinct()
            .toArray();
    Map<UserId, User> users = new HashMap<>();
    if (ids.length > 0) {
      snapshot.list(
          NAMES,
          row -> {
            User user = new User(new UserId(row.getLong(1)), row.getString(2));
            return users.put(user.id(), user);
          },
          ids);
    }
    return users;
  }

  /** By the name of the conversation; of one that does not exist, nothing. */
  Map<String, Sequence> last(Collection<ConversationId> conversations) throws SQLException {
    Map<String, Sequence> found = new HashMap<>();
    String[] names = conversations.stream().map(ConversationId::toString).toArray(String[]::new);
    snapshots.read(
        snapshot ->
            snapshot.list(
                LAST,
                row -> found.put(row.getString(1), new Sequence(row.getLong(2))),
                (Object) names));
    return found;
  }
}
