package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.event.EventBody;
import java.time.Duration;

/**
 * A room's settings.
 *
 * @param editWindow how long after its post a message may be edited; null for ever
 */
public record Room(RoomName name, String topic, RoomRules rules, Duration editWindow) {

  EventBody.RoomChanged asEvent() {
    return new EventBody.RoomChanged(
        name.spelling(), topic, rules.visibility(), rules.whoMayPost(), rules.archived());
  }
}
