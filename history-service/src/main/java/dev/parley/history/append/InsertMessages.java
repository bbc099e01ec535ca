package dev.parley.history.append;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.AppendMessages.Receipt;
import dev.parley.protocol.internal.NewMessage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The one statement that stores messages, in conversations that the transaction has locked. */
record InsertMessages(Connection connection) {

  /**
   * It begins after the locks were taken, so its snapshot has all that was committed under them.
   * {@code LIMIT 1} keeps the look-up of duplicates a look-up: one probe of the index each. The
   * plan may be older than most conversations: none of its parts reads them all, whatever it is.
   */
  private static final String SQL =
      """
      WITH incoming AS (
        SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
          WITH ORDINALITY AS m (conversation_id, sender_id, sender_name, recipient_id,
            recipient_name, client_id, content, position)),
      repeated AS (
        SELECT position, seq, created_at,
          (SELECT name FROM history.conversations WHERE id = first_one.conversation_id) AS name
        FROM incoming
        CROSS JOIN LATERAL (
          SELECT conversation_id, seq, created_at FROM history.messages stored
          WHERE stored.sender_id = incoming.sender_id AND stored.client_id = incoming.client_id
          LIMIT 1) AS first_one),
      fresh AS (
        SELECT *, row_number() OVER (PARTITION BY conversation_id ORDER BY position) AS place
        FROM incoming WHERE position NOT IN (SELECT position FROM repeated)),
      counts AS MATERIALIZED (
        SELECT conversation_id, count(*) AS messages FROM fresh GROUP BY 1),
      allocated AS (
        UPDATE history.conversations
        SET last_seq = last_seq + messages, last_at = statement_timestamp()
        FROM counts
        WHERE id = counts.conversation_id AND id = ANY (ARRAY(SELECT conversation_id FROM counts))
        RETURNING id AS conversation_id, last_seq - messages AS base),
      inserted AS (
        INSERT INTO history.messages (conversation_id, seq, sender_id, sender_name, recipient_id,
          recipient_name, client_id, content, created_at)
        SELECT conversation_id, base + place, sender_id, sender_name, recipient_id,
          recipient_name, client_id, content, statement_timestamp()
        FROM fresh JOIN allocated USING (conversation_id)
        ORDER BY position)
      SELECT position, NULL AS name, base + place AS seq, statement_timestamp() AS created_at
      FROM fresh JOIN allocated USING (conversation_id)
      UNION ALL
      SELECT position, name, seq, created_at FROM repeated
      """;

  /** One receipt for each message, in their order. */
  List<Receipt> insert(List<NewMessage> messages, Map<ConversationId, Long> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, bigints(messages, message -> ids.get(message.conversation())));
      statement.setArray(2, bigints(messages, message -> message.sender().id().value()));
      statement.setArray(3, texts(messages, message -> message.sender().username()));
      statement.setArray(4, bigints(messages, message -> recipientId(message.recipient())));
      statement.setArray(5, texts(messages, message -> recipientName(message.recipient())));
      statement.setArray(6, texts(messages, IdempotencyKeys::of));
      statement.setArray(7, texts(messages, message -> message.content().value()));
      return receipts(statement, messages);
    }
  }

  private Array bigints(List<NewMessage> messages, Function<NewMessage, Long> column)
      throws SQLException {
    return connection.createArrayOf("bigint", messages.stream().map(column).toArray());
  }

  private Array texts(List<NewMessage> messages, Function<NewMessage, String> column)
      throws SQLException {
    return connection.createArrayOf("text", messages.stream().map(column).toArray());
  }

  private static Long recipientId(User recipient) {
    return recipient == null ? null : recipient.id().value();
  }

  private static String recipientName(User recipient) {
    return recipient == null ? null : recipient.username();
  }

  private static List<Receipt> receipts(PreparedStatement statement, List<NewMessage> messages)
      throws SQLException {
    Receipt[] receipts = new Receipt[messages.size()];
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        int index = Math.toIntExact(rows.getLong("position") - 1);
        receipts[index] = receipt(rows, messages.get(index));
      }
    }
    return Arrays.asList(receipts);
  }

  private static Receipt receipt(ResultSet row, NewMessage message) throws SQLException {
    String firstConversation = row.getString("name");
    return new Receipt(
        firstConversation == null
            ? message.conversation()
            : ConversationId.parse(firstConversation),
        new Sequence(row.getLong("seq")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        firstConversation != null);
  }
}
