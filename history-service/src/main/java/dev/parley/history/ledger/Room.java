package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.event.EventBody;

/**
 * A room's settings.
 *
 * @param editWindowSeconds how long after its post a message may be edited; null for ever
 */
public record Room(RoomName name, String topic, RoomRules rules, Integer editWindowSeconds) {

  EventBody.RoomChanged asEvent() {
    return new EventBody.RoomChanged(
        name.spelling(),
        topic,
        rules.visibility(),
        rules.whoMayPost(),
        editWindowSeconds,
        rules.archived());
  }
}
