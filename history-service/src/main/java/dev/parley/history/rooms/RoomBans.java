package dev.parley.history.rooms;

import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Page;
import dev.parley.history.reads.Snapshot;
import dev.parley.history.reads.Snapshots;
import dev.parley.history.rooms.BanPage.Ban;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Role;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Lists who is kept out of a room, for its moderators. */
@Singleton
class RoomBans {

  private static final String SQL =
      """
      SELECT b.user_id, banned.username, b.banned_by, moderator.username AS banned_by_name, b.banned_at
      FROM history.bans b
      JOIN history.accounts banned ON banned.user_id = b.user_id
      JOIN history.accounts moderator ON moderator.user_id = b.banned_by
      WHERE b.conversation_id = ?
      """;

  private static final String PAGE = SQL + "AND b.user_id > ? ORDER BY b.user_id LIMIT ?";
  private static final String ONE = SQL + "AND b.user_id = ?";

  private final Snapshots snapshots;

  RoomBans(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  Page<Ban> list(User reader, ConversationId.Room room, long after, int limit) throws SQLException {
    return snapshots.read(
        snapshot -> {
          long row = rowFor(reader, room, snapshot);
          return Page.of(snapshot.list(PAGE, RoomBans::ban, row, after, limit + 1), limit);
        });
  }

  /** Empty if this user is not banned. */
  Optional<Ban> find(User reader, ConversationId.Room room, UserId banned) throws SQLException {
    return snapshots.read(
        snapshot ->
            snapshot.first(ONE, RoomBans::ban, rowFor(reader, room, snapshot), banned.value()));
  }

  private static long rowFor(User reader, ConversationId.Room room, Snapshot snapshot)
      throws SQLException {
    return Membership.of(reader, room, snapshot).atLeast(Role.MODERATOR).row();
  }

  private static Ban ban(ResultSet row) throws SQLException {
    return new Ban(
        new User(new UserId(row.getLong("user_id")), row.getString("username")),
        new User(new UserId(row.getLong("banned_by")), row.getString("banned_by_name")),
        row.getObject("banned_at", OffsetDateTime.class).toInstant());
  }
}
