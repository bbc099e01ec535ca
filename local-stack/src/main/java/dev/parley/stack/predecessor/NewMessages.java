package dev.parley.stack.predecessor;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.User;
import dev.parley.stack.StackException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes messages in the order in which they come, within the caller's transaction. Their places
 * are dense from 1, as those of every conversation.
 */
final class NewMessages implements AutoCloseable {

  private static final String INSERT =
      """
      INSERT INTO history.messages (conversation_id, seq, sender_id, sender_name,
        recipient_id, recipient_name, content, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final int BATCH = 1_000;

  private final Map<Long, User> users;
  private final NewConversations conversations;
  private final PreparedStatement insert;
  private int waiting;
  private long written;
  private long leftOut;

  NewMessages(Connection connection, Map<Long, User> users) throws SQLException {
    this.users = users;
    this.conversations = new NewConversations(connection);
    this.insert = connection.prepareStatement(INSERT);
  }

  void write(OldMessage message) throws SQLException {
    User sender = user(message, message.senderId(), "sender");
    User recipient =
        message.recipientId().isPresent()
            ? user(message, message.recipientId().getAsLong(), "recipient")
            : null;
    List<String> texts = MessageTexts.of(message.content());
    leftOut += texts.isEmpty() ? 1 : 0;
    for (String text : texts) {
      write(message, sender, recipient, text);
    }
  }

  private User user(OldMessage message, long id, String role) {
    User user = users.get(id);
    if (user == null) {
      throw new StackException(
          String.format(
              Locale.ROOT,
              "Nothing was imported: the %s of message %d is the user %d, who is not in the file.",
              role,
              message.id(),
              id));
    }
    return user;
  }

  private void write(OldMessage message, User sender, User recipient, String text)
      throws SQLException {
    NewConversations.Conversation conversation =
        conversations.of(
            recipient == null
                ? ConversationId.GLOBAL
                : ConversationId.between(sender.id(), recipient.id()));
    insert.setLong(1, conversation.id());
    insert.setLong(2, conversation.next(message.createdAt()));
    insert.setLong(3, sender.id().value());
    insert.setString(4, sender.username());
    if (recipient == null) {
      insert.setNull(5, Types.BIGINT);
      insert.setNull(6, Types.VARCHAR);
    } else {
      insert.setLong(5, recipient.id().value());
      insert.setString(6, recipient.username());
    }
    insert.setString(7, text);
    insert.setObject(8, message.createdAt().atOffset(ZoneOffset.UTC));
    insert.addBatch();
    written++;
    waiting++;
    if (waiting == BATCH) {
      flush();
    }
  }

  private void flush() throws SQLException {
    insert.executeBatch();
    waiting = 0;
  }

  void finish() throws SQLException {
    flush();
    conversations.finish(users.values());
  }

  long written() {
    return written;
  }

  /** Empty ones. */
  long leftOut() {
    return leftOut;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
