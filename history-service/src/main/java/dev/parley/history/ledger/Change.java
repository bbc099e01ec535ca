package dev.parley.history.ledger;

import dev.parley.protocol.Sequence;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;

/**
 * An event that is not a message, to be stored.
 *
 * @param key the idempotency key of its command; null for the command's further events
 */
public record Change(Event event, String key) {

  /** Of which message it tells; null where it tells of none. */
  public Sequence target() {
    return switch (event.body()) {
      case EventBody.Edited edited -> edited.target();
      case EventBody.Deleted deleted -> deleted.target();
      case EventBody.Reacted reacted -> reacted.target();
      case EventBody.Pinned pinned -> pinned.target();
      case EventBody.Posted posted -> null;
      case EventBody.Joined joined -> null;
      case EventBody.Left left -> null;
      case EventBody.RoleChanged changed -> null;
      case EventBody.RoomChanged changed -> null;
      case EventBody.Added added -> null;
      case EventBody.Removed removed -> null;
      case EventBody.SettingsChanged changed -> null;
      case EventBody.Unknown unknown -> null;
    };
  }
}
