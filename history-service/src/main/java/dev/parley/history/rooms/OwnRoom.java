package dev.parley.history.rooms;

import dev.parley.history.conversations.Entries;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Shows a room to a user: its settings, and to a member also where they stand in it. */
@Singleton
class OwnRoom {

  private final RoomDirectory directory;
  private final Entries entries;

  OwnRoom(RoomDirectory directory, Entries entries) {
    this.directory = directory;
    this.entries = entries;
  }

  /** Fails with {@code NOT_FOUND} if there is none, or a private one of others. */
  Room of(User reader, ConversationId.Room conversation) throws SQLException {
    Room room =
        directory
            .find(reader.id(), conversation)
            .orElseThrow(() -> new ParleyException(ErrorCode.NOT_FOUND));
    return room.role() == null
        ? room
        : entries.find(reader.id(), conversation).map(room::seenBy).orElse(room);
  }
}
