package dev.parley.history.messages;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.internal.GatewayKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Makes the frames of a conversation's messages as they are now.
 *
 * @param room its name if it is a room, otherwise null
 * @param names of the two users of a direct conversation, as far as they are known
 */
public record MessageFrames(ConversationId conversation, String room, Map<UserId, String> names) {

  /** Of {@code messages m} and of {@code accounts a}, the sender's. */
  public static final String COLUMNS =
      """
      m.seq, m.sender_id, coalesce(a.username, m.sender_name) AS sender_name, m.recipient_name,
        m.client_id, m.content, coalesce(m.content_seq, m.seq) AS content_seq,
        m.deleted_at IS NOT NULL AS deleted, coalesce(m.posted_at, m.created_at) AS posted_at
      """;

  public Event read(ResultSet row) throws SQLException {
    User sender = new User(new UserId(row.getLong("sender_id")), row.getString("sender_name"));
    return new Event(
        conversation,
        new Sequence(row.getLong("seq")),
        sender,
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        clientIdOf(row.getString("client_id")),
        new EventBody.Posted(
            row.getString("content"),
            recipientOf(sender.id(), row.getString("recipient_name")),
            conversation instanceof ConversationId.Global,
            room,
            new Sequence(row.getLong("content_seq")),
            row.getBoolean("deleted")));
  }

  private String recipientOf(UserId sender, String stored) {
    return conversation instanceof ConversationId.Direct direct
        ? names.getOrDefault(direct.other(sender), stored)
        : null;
  }

  /** Null where a gateway chose the key. */
  private static ClientId clientIdOf(String idempotencyKey) {
    return idempotencyKey == null || GatewayKey.isOne(idempotencyKey)
        ? null
        : new ClientId(idempotencyKey);
  }
}
