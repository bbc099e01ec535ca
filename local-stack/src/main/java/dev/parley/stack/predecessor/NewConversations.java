package dev.parley.stack.predecessor;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The conversations that get messages, and how far each of them goes. */
final class NewConversations {

  private static final String OPEN =
      "INSERT INTO history.conversations (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = EXCLUDED.name RETURNING id";

  private static final String FINISH =
      "UPDATE history.conversations SET last_seq = ?, last_at = ? WHERE id = ?";

  /** All of it was read in the old chat. */
  private static final String JOIN =
      "INSERT INTO history.participants (user_id, conversation_id, read_seq) VALUES (?, ?, ?)";

  private final Connection connection;
  private final Map<ConversationId, Conversation> conversations = new LinkedHashMap<>();

  NewConversations(Connection connection) {
    this.connection = connection;
  }

  /** One of them, while it grows. */
  static final class Conversation {
    private final long id;
    private long lastSeq;
    private Instant lastAt;

    private Conversation(long id) {
      this.id = id;
    }

    long id() {
      return id;
    }

    /** The place of the next message. */
    long next(Instant at) {
      lastAt = at;
      lastSeq++;
      return lastSeq;
    }
  }

  Conversation of(ConversationId name) throws SQLException {
    Conversation known = conversations.get(name);
    if (known == null) {
      known = new Conversation(open(name));
      conversations.put(name, known);
    }
    return known;
  }

  private long open(ConversationId name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
      statement.setString(1, name.toString());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  void finish(Collection<User> users) throws SQLException {
    try (PreparedStatement finish = connection.prepareStatement(FINISH);
        PreparedStatement join = connection.prepareStatement(JOIN)) {
      for (Map.Entry<ConversationId, Conversation> entry : conversations.entrySet()) {
        Conversation conversation = entry.getValue();
        finish.setLong(1, conversation.lastSeq);
        finish.setObject(2, conversation.lastAt.atOffset(ZoneOffset.UTC));
        finish.setLong(3, conversation.id);
        finish.addBatch();
        for (User user : users) {
          if (entry.getKey().admits(user.id())) {
            join.setLong(1, user.id().value());
            join.setLong(2, conversation.id);
            join.setLong(3, conversation.lastSeq);
            join.addBatch();
          }
        }
      }
      finish.executeBatch();
      join.executeBatch();
    }
  }
}
