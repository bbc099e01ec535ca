package dev.parley.history.append;

import dev.parley.history.append.AppendFailure.ConversationVanished;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

  /** The participants come with the conversation; of one that exists they exist as well. */
  private static final String CREATE =
      """
      WITH created AS (
        INSERT INTO history.conversations (name)
        SELECT name FROM unnest(?::text[]) AS n (name) ORDER BY name
        ON CONFLICT (name) DO NOTHING
        RETURNING id, name)
      INSERT INTO history.participants (conversation_id, user_id)
      SELECT created.id, p.user_id
      FROM unnest(?::text[], ?::bigint[]) AS p (name, user_id) JOIN created USING (name)
      """;

  /** By the ids; {@code + 0} keeps a plan from reading all of them in the order of an index. */
  private static final String LOCK =
      "SELECT id, name FROM history.conversations WHERE name = ANY (?) ORDER BY id + 0 FOR UPDATE";

  void create(List<ConversationId> conversations) throws SQLException {
    if (conversations.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    List<Long> users = new ArrayList<>();
    for (ConversationId conversation : conversations) {
      for (UserId user : participantsOf(conversation)) {
        names.add(conversation.toString());
        users.add(user.value());
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
      statement.setArray(1, namesOf(conversations));
      statement.setArray(2, connection.createArrayOf("text", names.toArray()));
      statement.setArray(3, connection.createArrayOf("bigint", users.toArray()));
      statement.executeUpdate();
    }
  }

  private static Set<UserId> participantsOf(ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Direct(UserId low, UserId high) ->
          low.equals(high) ? Set.of(low) : Set.of(low, high);
      case ConversationId.Global() -> Set.of();
      case ConversationId.Room room ->
          throw new IllegalArgumentException("there are no rooms yet: " + room);
    };
  }

  /** The ids of the locked rows. Fails where one is not there (any more). */
  Map<ConversationId, Long> lock(Collection<ConversationId> conversations) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, namesOf(conversations));
      Map<ConversationId, Long> ids = idsIn(statement);
      if (ids.size() < conversations.size()) {
        throw new ConversationVanished();
      }
      return ids;
    }
  }

  private static Map<ConversationId, Long> idsIn(PreparedStatement statement) throws SQLException {
    Map<ConversationId, Long> ids = new HashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.put(ConversationId.parse(rows.getString(2)), rows.getLong(1));
      }
    }
    return ids;
  }

  private Array namesOf(Collection<ConversationId> conversations) throws SQLException {
    return connection.createArrayOf(
        "text", conversations.stream().map(ConversationId::toString).toArray());
  }
}
