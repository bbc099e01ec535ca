package dev.parley.history.rooms;

import dev.parley.history.reads.Page;
import dev.parley.history.reads.Snapshots;
import dev.parley.name.RoomName;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

/** Finds rooms that a user may know of: their own, and public ones. */
@Singleton
class RoomDirectory {

  private static final String FROM =
      """
      FROM history.rooms r
      LEFT JOIN history.members m ON m.conversation_id = r.conversation_id AND m.user_id = ?
      """;

  /** Somebody who is not a member of an archived room could not do anything with it. */
  private static final String LIST =
      "SELECT "
          + Room.COLUMNS
          + FROM
          + """
          WHERE (m.user_id IS NOT NULL OR (r.visibility = 'public' AND NOT r.archived))
            AND strpos(r.folded, ?) > 0 AND (r.folded, r.id) > (?, ?)
          ORDER BY r.folded, r.id
          LIMIT ?
          """;

  private static final String ONE =
      "SELECT "
          + Room.COLUMNS
          + FROM
          + "WHERE r.id = ? AND (m.user_id IS NOT NULL OR r.visibility = 'public')";

  private final Snapshots snapshots;

  RoomDirectory(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Those whose name contains the query, whatever its case. */
  Page<Room> list(UserId reader, String query, RoomCursor after, int limit) throws SQLException {
    return snapshots.read(
        snapshot ->
            Page.of(
                snapshot.list(
                    LIST,
                    Room::read,
                    reader.value(),
                    RoomName.fold(query),
                    after.folded(),
                    after.id(),
                    limit + 1),
                limit));
  }

  /** Empty for a private room of others too. */
  Optional<Room> find(UserId reader, ConversationId.Room room) throws SQLException {
    return snapshots.read(snapshot -> snapshot.first(ONE, Room::read, reader.value(), room.id()));
  }
}
