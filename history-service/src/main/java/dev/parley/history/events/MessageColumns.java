package dev.parley.history.events;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How statements read the frames of messages. The statement has the table {@code messages m} and
 * {@code asked}, whose {@code one_user} and {@code other_user} are those of a direct conversation,
 * and null elsewhere.
 */
public final class MessageColumns {

  public static final String COLUMNS =
      """
      m.seq, m.sender_id, m.client_id, m.content, room.name AS room,
        coalesce(m.posted_at, m.created_at) AS at, coalesce(m.content_seq, m.seq) AS content_seq,
        m.deleted_at IS NOT NULL AS deleted,
        coalesce(sender.username, m.sender_name, 'user-' || m.sender_id) AS sender,
        coalesce(other.username, m.recipient_name) AS recipient
      """;

  public static final String JOINS =
      """
      LEFT JOIN history.rooms room ON room.conversation_id = m.conversation_id
      LEFT JOIN history.accounts sender ON sender.user_id = m.sender_id
      LEFT JOIN history.accounts other ON other.user_id =
        CASE WHEN m.sender_id = asked.one_user THEN asked.other_user ELSE asked.one_user END
      """;

  private MessageColumns() {}

  public static Event read(ResultSet row, ConversationId conversation) throws SQLException {
    return EventRow.event(row, conversation, EventRow.message(row, conversation));
  }
}
