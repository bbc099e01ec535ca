package dev.parley.history.readmarks;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.MoveReadMark;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * How far users have read. A mark never moves past the last event, and moves back only where its
 * owner says so.
 */
@Singleton
class ReadMarks {

  /** Returns no row if the mark is already there, or further and may not move back. */
  private static final String MOVE =
      """
      INSERT INTO history.read_marks (user_id, conversation_id, read_seq)
      SELECT :user, id, least(:seq, last_seq) FROM history.conversations
      WHERE name = :conversation AND least(:seq, last_seq) > 0
      ON CONFLICT (user_id, conversation_id) DO UPDATE SET read_seq = excluded.read_seq
      WHERE read_marks.read_seq < excluded.read_seq
        OR (:back AND read_marks.read_seq > excluded.read_seq)
      RETURNING read_seq
      """;

  /** The whole conversation becomes unread. */
  private static final String CLEAR =
      """
      UPDATE history.read_marks SET read_seq = 0
      WHERE user_id = :user AND read_seq > 0
        AND conversation_id = (SELECT id FROM history.conversations WHERE name = :conversation)
      RETURNING read_seq
      """;

  /** A separate statement, so that it sees the result of a concurrent move. */
  private static final String READ =
      """
      SELECT read_seq FROM history.read_marks
      WHERE user_id = :user
      AND conversation_id = (SELECT id FROM history.conversations WHERE name = :conversation)
      """;

  private static final String IS_MEMBER =
      """
      SELECT m.user_id FROM history.members m
      WHERE m.user_id = :user
      AND m.conversation_id = (SELECT id FROM history.conversations WHERE name = :conversation)
      """;

  /** The position of a mark after a request to move it, and whether that request moved it. */
  record Mark(Sequence seq, boolean moved) {}

  /** Fails with {@code NOT_FOUND} if the user is not a member. */
  @Transactional
  Mark move(ConversationId conversation, MoveReadMark.Request request) {
    UserId user = request.userId();
    if (!isMember(user, conversation)) {
      throw new ParleyException(ErrorCode.NOT_FOUND);
    }
    List<Long> moved = moved(conversation, request);
    return moved.isEmpty()
        ? new Mark(current(user, conversation), false)
        : new Mark(new Sequence(moved.getFirst()), true);
  }

  private static boolean isMember(UserId user, ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global global -> true;
      case ConversationId.Direct direct -> direct.isBetween(user);
      case ConversationId.Inbox inbox -> inbox.owner().equals(user);
      case ConversationId.Room room -> !query(IS_MEMBER, user, room).getResultList().isEmpty();
    };
  }

  private static List<Long> moved(ConversationId conversation, MoveReadMark.Request request) {
    UserId user = request.userId();
    if (request.back() && request.seq().equals(Sequence.NONE)) {
      return query(CLEAR, user, conversation).getResultList();
    }
    return query(MOVE, user, conversation)
        .setParameter("seq", request.seq().value())
        .setParameter("back", request.back())
        .getResultList();
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
