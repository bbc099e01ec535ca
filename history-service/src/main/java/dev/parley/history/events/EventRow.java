package dev.parley.history.events;

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

/** Makes an event of a row, whose columns {@link EventRanges} names. */
record EventRow(StoredBodies bodies) {

  private static final String MESSAGE = "chat";

  Event read(ResultSet row, ConversationId conversation) throws SQLException {
    boolean isMessage = row.getString("type").equals(MESSAGE);
    return event(row, conversation, isMessage ? message(row, conversation) : change(row));
  }

  static Event event(ResultSet row, ConversationId conversation, EventBody body)
      throws SQLException {
    return new Event(
        conversation,
        new Sequence(row.getLong("seq")),
        user(row, "sender_id", "sender"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        clientId(row.getString("client_id")),
        body);
  }

  static EventBody message(ResultSet row, ConversationId conversation) throws SQLException {
    return new EventBody.Posted(
        row.getString("content"),
        row.getString("recipient"),
        conversation instanceof ConversationId.Global,
        row.getString("room"),
        new Sequence(row.getLong("content_seq")),
        row.getBoolean("deleted"));
  }

  private EventBody change(ResultSet row) throws SQLException {
    Long target = row.getObject("target", Long.class);
    return bodies.read(
        row.getString("type"),
        row.getString("body"),
        target == null ? null : new Sequence(target),
        user(row, "subject_id", "subject"),
        row.getString("content"));
  }

  private static User user(ResultSet row, String idColumn, String nameColumn) throws SQLException {
    Long id = row.getObject(idColumn, Long.class);
    return id == null ? null : new User(new UserId(id), row.getString(nameColumn));
  }

  /** Null where a gateway chose the key. */
  private static ClientId clientId(String idempotencyKey) {
    return idempotencyKey == null || GatewayKey.isOne(idempotencyKey)
        ? null
        : new ClientId(idempotencyKey);
  }
}
