package dev.parley.history.messages;

import dev.parley.history.reads.Snapshots;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Finds the latest messages of a conversation; deleted ones are not among them. */
@Singleton
class FirstProtocolMessages {

  private static final String LATEST =
      """
      SELECT m.id, m.content, coalesce(sender.username, m.sender_name) AS sender,
        coalesce(other.username, m.recipient_name) AS recipient,
        coalesce(m.posted_at, m.created_at) AS at
      FROM (
        SELECT * FROM history.messages
        WHERE conversation_id = (SELECT id FROM history.conversations WHERE name = ?)
          AND deleted_at IS NULL
        ORDER BY seq DESC LIMIT ?) AS m
      LEFT JOIN history.accounts sender ON sender.user_id = m.sender_id
      LEFT JOIN history.accounts other ON other.user_id =
        CASE WHEN m.sender_id = ?::bigint THEN ?::bigint ELSE ?::bigint END
      ORDER BY m.seq
      """;

  private final Snapshots snapshots;

  FirstProtocolMessages(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Oldest first. */
  List<FirstProtocolMessage> latest(ConversationId conversation, int limit) throws SQLException {
    Long low = member(conversation, ConversationId.Direct::low);
    Long high = member(conversation, ConversationId.Direct::high);
    boolean isGlobal = conversation instanceof ConversationId.Global;
    return snapshots.read(
        snapshot ->
            snapshot.list(
                LATEST,
                row -> FirstProtocolMessage.of(row, isGlobal),
                conversation.toString(),
                limit,
                low,
                high,
                low));
  }

  private static Long member(
      ConversationId conversation, Function<ConversationId.Direct, UserId> which) {
    return conversation instanceof ConversationId.Direct direct
        ? which.apply(direct).value()
        : null;
  }
}
