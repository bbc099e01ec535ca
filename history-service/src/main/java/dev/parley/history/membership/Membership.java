package dev.parley.history.membership;

import dev.parley.history.reads.Snapshot;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A conversation that a user may read, as of a snapshot.
 *
 * @param row its id in the database; 0 for a direct conversation or an inbox without any event
 * @param role what the user is in it
 * @param room its name if it is a room, otherwise null
 */
public record Membership(
    ConversationId conversation,
    long row,
    Role role,
    String room,
    Sequence firstSeq,
    Sequence lastSeq) {

  private static final String SQL =
      """
      SELECT c.id, c.first_seq, c.last_seq, m.role, r.name, r.visibility
      FROM history.conversations c
      LEFT JOIN history.members m ON m.conversation_id = c.id AND m.user_id = ?
      LEFT JOIN history.rooms r ON r.conversation_id = c.id
      WHERE c.name = ?
      """;

  /**
   * Fails with {@code NOT_FOUND} if the user may not know of the conversation, or if there is none,
   * and with {@code NOT_A_MEMBER} if it is a public room that the user could join.
   */
  public static Membership of(User user, ConversationId conversation, Snapshot snapshot)
      throws SQLException {
    if (!mayBeOf(user, conversation)) {
      throw new ParleyException(ErrorCode.NOT_FOUND);
    }
    return snapshot
        .first(SQL, row -> read(row, conversation), user.id().value(), conversation.toString())
        .orElseGet(() -> withoutEvents(conversation));
  }

  private static boolean mayBeOf(User user, ConversationId conversation) {
    return switch (conversation) {
      case ConversationId.Global global -> true;
      case ConversationId.Direct direct -> direct.isBetween(user.id());
      case ConversationId.Inbox inbox -> inbox.owner().equals(user.id());
      case ConversationId.Room room -> true;
    };
  }

  private static Membership read(ResultSet row, ConversationId conversation) throws SQLException {
    String role = row.getString("role");
    if (role == null && conversation instanceof ConversationId.Room) {
      throw notAMember(Visibility.parse(row.getString("visibility")));
    }
    return new Membership(
        conversation,
        row.getLong("id"),
        role == null ? Role.MEMBER : Role.parse(role),
        row.getString("name"),
        new Sequence(row.getLong("first_seq")),
        new Sequence(row.getLong("last_seq")));
  }

  private static ParleyException notAMember(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> new ParleyException(ErrorCode.NOT_A_MEMBER);
      case PRIVATE -> new ParleyException(ErrorCode.NOT_FOUND);
    };
  }

  /** Rooms and the global conversation always have a row. */
  private static Membership withoutEvents(ConversationId conversation) {
    if (conversation instanceof ConversationId.Room) {
      throw new ParleyException(ErrorCode.NOT_FOUND);
    }
    return new Membership(conversation, 0, Role.MEMBER, null, new Sequence(1), Sequence.NONE);
  }

  /** Fails with {@code NOT_ALLOWED} if the user is less than this. */
  public Membership atLeast(Role least) {
    if (!role.isAtLeast(least)) {
      throw new ParleyException(ErrorCode.NOT_ALLOWED);
    }
    return this;
  }
}
