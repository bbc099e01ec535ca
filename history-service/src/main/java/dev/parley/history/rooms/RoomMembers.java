package dev.parley.history.rooms;

import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Page;
import dev.parley.history.reads.Snapshots;
import dev.parley.history.rooms.MemberPage.Member;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Lists the members of a room for one of them. */
@Singleton
class RoomMembers {

  private static final String SQL =
      """
      SELECT m.user_id, a.username, m.role, m.since_seq
      FROM history.members m JOIN history.accounts a USING (user_id)
      WHERE m.conversation_id = ? AND m.user_id > ? AND strpos(lower(a.username), lower(?)) > 0
      ORDER BY m.user_id
      LIMIT ?
      """;

  private final Snapshots snapshots;

  RoomMembers(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Those whose name contains the query, whatever its case. */
  Page<Member> list(User reader, ConversationId.Room room, String query, long after, int limit)
      throws SQLException {
    return snapshots.read(
        snapshot -> {
          Membership membership = Membership.of(reader, room, snapshot);
          return Page.of(
              snapshot.list(SQL, RoomMembers::member, membership.row(), after, query, limit + 1),
              limit);
        });
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        new User(new UserId(row.getLong("user_id")), row.getString("username")),
        Role.parse(row.getString("role")),
        new Sequence(row.getLong("since_seq")));
  }
}
