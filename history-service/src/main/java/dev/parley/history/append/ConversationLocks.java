package dev.parley.history.append;

import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Creates the conversations of a transaction and locks them until it ends. It first creates all of
 * them in the order of their names, and then locks all of them in the order of their ids. So two
 * replicas never deadlock.
 */
record ConversationLocks(Connection connection) {

  /** The members come with the conversation; of one that exists they exist as well. */
  private static final String CREATE =
      """
      WITH created AS (
        INSERT INTO history.conversations (name)
        SELECT DISTINCT name FROM unnest(?::text[]) AS n (name) ORDER BY name
        ON CONFLICT (name) DO NOTHING
        RETURNING id, name)
      INSERT INTO history.members (conversation_id, user_id)
      SELECT created.id, p.user_id
      FROM unnest(?::text[], ?::bigint[]) AS p (name, user_id) JOIN created USING (name)
      """;

  /** By the ids; {@code + 0} keeps a plan from reading all of them in the order of an index. */
  private static final String LOCK =
      """
      SELECT id, name, last_seq, (SELECT e.id FROM history.epoch e) AS epoch
      FROM history.conversations c
      WHERE name = ANY (?::text[]) ORDER BY id + 0 FOR UPDATE OF c
      """;

  /** A conversation's row, which nobody else changes until the transaction ends. */
  record Locked(long id, long lastSeq) {}

  /** Those that are there, and in which epoch of the database. */
  record Found(String epoch, Map<ConversationId, Locked> conversations) {}

  private record Membership(ConversationId conversation, UserId user) {}

  /** Direct conversations and inboxes, whose names tell who is in them. */
  void create(Collection<ConversationId> conversations) throws SQLException {
    if (conversations.isEmpty()) {
      return;
    }
    List<Membership> members =
        conversations.stream()
            .flatMap(
                conversation ->
                    membersOf(conversation).stream()
                        .map(user -> new Membership(conversation, user)))
            .toList();
    try (var statement = new SetStatement<>(connection, CREATE, members)) {
      statement
          .column("text", Membership::conversation)
          .column("text", Membership::conversation)
          .column("bigint", Membership::user)
          .execute();
    }
  }

  private static Set<UserId> membersOf(ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Direct(UserId low, UserId high) ->
          low.equals(high) ? Set.of(low) : Set.of(low, high);
      case ConversationId.Inbox(UserId owner) -> Set.of(owner);
      case ConversationId.Global global -> throw notByName(global);
      case ConversationId.Room room -> throw notByName(room);
    };
  }

  private static IllegalArgumentException notByName(ConversationId conversation) {
    return new IllegalArgumentException("only a command creates " + conversation);
  }

  Found lock(Collection<ConversationId> conversations) throws SQLException {
    Map<ConversationId, Locked> found = new HashMap<>();
    String[] epoch = {null};
    try (var statement = new SetStatement<>(connection, LOCK, conversations)) {
      statement
          .column("text", conversation -> conversation)
          .read(
              row -> {
                epoch[0] = row.getString("epoch");
                found.put(
                    ConversationId.parse(row.getString("name")),
                    new Locked(row.getLong("id"), row.getLong("last_seq")));
              });
    }
    return new Found(epoch[0], found);
  }
}
