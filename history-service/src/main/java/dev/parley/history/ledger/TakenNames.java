package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names of rooms that are not archived. The name of a public room is taken for everybody, that of a
 * private one only for its members: a refusal would tell others that it exists.
 */
public final class TakenNames {

  private final Map<ConversationId, RoomName> publicRooms = new HashMap<>();
  private final Map<ConversationId, RoomName> privateRooms = new HashMap<>();
  private final Set<Seat> insiders = new HashSet<>();

  public void loadPublic(ConversationId room, RoomName name) {
    publicRooms.put(room, name);
  }

  /** For one of its members. */
  public void loadPrivate(Seat insider, RoomName name) {
    privateRooms.put(insider.conversation(), name);
    insiders.add(insider);
  }

  /**
   * @param self the room that would have the name; null for a new one
   */
  boolean isFree(RoomName name, ConversationId self, UserId asking) {
    return publicRooms.entrySet().stream().noneMatch(room -> isRival(room, name, self))
        && privateRooms.entrySet().stream()
            .filter(room -> insiders.contains(new Seat(room.getKey(), asking)))
            .noneMatch(room -> isRival(room, name, self));
  }

  private static boolean isRival(
      Map.Entry<ConversationId, RoomName> room, RoomName name, ConversationId self) {
    return !room.getKey().equals(self) && room.getValue().isLike(name);
  }

  /** What a room is called from now on, as somebody who is in it decided. */
  void change(Seat insider, Room after) {
    ConversationId room = insider.conversation();
    publicRooms.remove(room);
    privateRooms.remove(room);
    if (after.rules().archived()) {
      return;
    }
    switch (after.rules().visibility()) {
      case PUBLIC -> loadPublic(room, after.name());
      case PRIVATE -> loadPrivate(insider, after.name());
    }
  }
}
