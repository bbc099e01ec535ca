package dev.parley.history.append;

import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Receipt;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The one statement that stores the messages of a transaction that has only posts, in conversations
 * that the transaction has locked.
 */
record InsertMessages(Connection connection) {

  /**
   * It begins after the locks were taken, so its snapshot has all that was committed under them.
   * {@code LIMIT 1} keeps the look-up of duplicates a look-up: one probe of the index each. The
   * plan may be older than most conversations: none of its parts reads them all, whatever it is.
   */
  private static final String SQL =
      """
      WITH incoming AS (
        SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::boolean[])
          WITH ORDINALITY AS m (conversation_id, sender_id, client_id, content, permitted, position)),
      repeated AS (
        SELECT position, seq, created_at,
          (SELECT name FROM history.conversations WHERE id = first_one.conversation_id) AS name
        FROM incoming
        CROSS JOIN LATERAL (
          SELECT conversation_id, seq, created_at FROM history.messages stored
          WHERE stored.sender_id = incoming.sender_id AND stored.client_id = incoming.client_id
          LIMIT 1) AS first_one),
      inactive AS MATERIALIZED (
        SELECT user_id FROM history.accounts
        WHERE state <> 'active' AND user_id = ANY (ARRAY(SELECT DISTINCT sender_id FROM incoming))),
      fresh AS (
        SELECT *, row_number() OVER (PARTITION BY conversation_id ORDER BY position) AS place
        FROM incoming
        WHERE permitted
          AND position NOT IN (SELECT position FROM repeated)
          AND sender_id NOT IN (SELECT user_id FROM inactive)),
      counts AS MATERIALIZED (
        SELECT conversation_id, count(*) AS messages FROM fresh GROUP BY 1),
      allocated AS (
        UPDATE history.conversations
        SET last_seq = last_seq + messages, last_at = statement_timestamp()
        FROM counts
        WHERE id = counts.conversation_id AND id = ANY (ARRAY(SELECT conversation_id FROM counts))
        RETURNING id AS conversation_id, last_seq - messages AS base),
      inserted AS (
        INSERT INTO history.messages
          (conversation_id, seq, sender_id, client_id, content, created_at)
        SELECT conversation_id, base + place, sender_id, client_id, content, statement_timestamp()
        FROM fresh JOIN allocated USING (conversation_id)
        ORDER BY position)
      SELECT position, NULL AS name, base + place AS seq, statement_timestamp() AS created_at
      FROM fresh JOIN allocated USING (conversation_id)
      UNION ALL
      SELECT position, name, seq, created_at FROM repeated
      """;

  /** One receipt for each post, in their order. */
  List<Receipt> insert(List<PlainPost> posts) throws SQLException {
    List<Receipt> receipts = new ArrayList<>(Collections.nCopies(posts.size(), null));
    try (var statement = new SetStatement<>(connection, SQL, posts)) {
      statement
          .column("bigint", PlainPost::conversationId)
          .column("bigint", PlainPost::sender)
          .column("text", PlainPost::key)
          .column("text", PlainPost::content)
          .column("boolean", PlainPost::isPermitted)
          .read(
              row -> {
                int index = Math.toIntExact(row.getLong("position") - 1);
                receipts.set(index, receipt(row, posts.get(index)));
              });
    }
    for (int i = 0; i < receipts.size(); i++) {
      if (receipts.get(i) == null) {
        receipts.set(i, refused(posts.get(i)));
      }
    }
    return receipts;
  }

  private static Receipt receipt(ResultSet row, PlainPost post) throws SQLException {
    String firstConversation = row.getString("name");
    Sequence seq = new Sequence(row.getLong("seq"));
    Instant time = row.getObject("created_at", OffsetDateTime.class).toInstant();
    return firstConversation == null
        ? new Receipt.Stored(post.command().conversation(), seq, time, post.eventsAt(seq, time))
        : new Receipt.Duplicate(ConversationId.parse(firstConversation), seq, time);
  }

  /** What is permitted and has no row is of an account that is not active. */
  private static Receipt refused(PlainPost post) {
    return new Receipt.Refused(post.isPermitted() ? ErrorCode.FORBIDDEN : post.refusal(), null);
  }
}
