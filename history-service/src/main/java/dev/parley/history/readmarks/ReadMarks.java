package dev.parley.history.readmarks;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.query.NativeQuery;

/** How far users have read. A mark never moves back, and never past the last message. */
@Singleton
class ReadMarks {

  /** Returns no row if the mark is already there or further. */
  private static final String MOVE =
      """
      INSERT INTO history.participants (user_id, conversation_id, read_seq)
      SELECT :user, id, least(:seq, last_seq) FROM history.conversations
      WHERE name = :conversation AND least(:seq, last_seq) > 0
      ON CONFLICT (user_id, conversation_id) DO UPDATE SET read_seq = excluded.read_seq
      WHERE participants.read_seq < excluded.read_seq
      RETURNING read_seq
      """;

  /** A separate statement, so that it sees the result of a concurrent move. */
  private static final String READ =
      """
      SELECT read_seq FROM history.participants
      WHERE user_id = :user
      AND conversation_id = (SELECT id FROM history.conversations WHERE name = :conversation)
      """;

  /** The position of a mark after a request to move it, and whether that request moved it. */
  record Mark(Sequence seq, boolean moved) {}

  /** The user must be admitted to the conversation. */
  @Transactional
  Mark move(UserId user, ConversationId conversation, Sequence seq) {
    List<Long> moved =
        query(MOVE, user, conversation).setParameter("seq", seq.value()).getResultList();
    return moved.isEmpty()
        ? new Mark(current(user, conversation), false)
        : new Mark(new Sequence(moved.getFirst()), true);
  }

  private static Sequence current(UserId user, ConversationId conversation) {
    List<Long> found = query(READ, user, conversation).getResultList();
    return found.isEmpty() ? Sequence.NONE : new Sequence(found.getFirst());
  }

  private static NativeQuery<Long> query(String sql, UserId user, ConversationId conversation) {
    return Panache.getSession()
        .createNativeQuery(sql, Long.class)
        .setParameter("user", user.value())
        .setParameter("conversation", conversation.toString());
  }
}
