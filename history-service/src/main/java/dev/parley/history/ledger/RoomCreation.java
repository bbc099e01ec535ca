package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Arrival;
import java.util.LinkedHashMap;
import java.util.Map;

/** A new room, of which the sender is the owner. */
record RoomCreation(Turn turn) {

  /** Each of them has an inbox that the transaction locks. */
  private static final int MAX_FIRST_MEMBERS = 500;

  Receipt decide(Act.CreateRoom create) {
    RoomSettings settings = new RoomSettings(turn);
    RoomName name = settings.parse(create.name());
    settings.requireFree(name, null);
    String topic = settings.topic(create.topic() == null ? "" : create.topic());
    if (create.visibility() == null) {
      throw new Refusal(ErrorCode.INVALID_FIELD, "visibility is required");
    }
    RoomRules rules = new RoomRules(create.visibility(), Posters.MEMBERS, false);
    Map<UserId, User> others = others(create);
    requireSpace(others);
    ConversationId room = turn.ledger().createRoom().conversation();
    settings.set(room, new Room(name, topic, rules, null));
    Arrivals arrivals = new Arrivals(turn, room);
    arrivals.admit(turn.active(turn.sender()), Arrival.CREATED, Role.OWNER);
    others.values().forEach(user -> arrivals.admit(user, Arrival.INVITED, Role.MEMBER));
    return turn.stored();
  }

  private Map<UserId, User> others(Act.CreateRoom create) {
    Map<UserId, User> others = new LinkedHashMap<>();
    for (User member : create.members()) {
      others.put(member.id(), turn.active(member.id()));
    }
    others.remove(turn.sender());
    return others;
  }

  private void requireSpace(Map<UserId, User> others) {
    if (others.size() > MAX_FIRST_MEMBERS) {
      throw Refusal.limit("A room begins with at most " + MAX_FIRST_MEMBERS + " other members");
    }
    Arrivals nobodyYet = new Arrivals(turn, null);
    nobodyYet.requireSpace(1 + others.size());
    nobodyYet.requireSpace(turn.sender());
    others.keySet().forEach(nobodyYet::requireSpace);
  }
}
