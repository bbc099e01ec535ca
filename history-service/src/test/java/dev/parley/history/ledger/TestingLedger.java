package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import java.time.Instant;
import java.util.List;

/**
 * A ledger of global, a direct conversation of the users 1 and 2, and a room with an owner (1), a
 * moderator (2) and two members (3, 4). User 9 is in no room. Each conversation has messages of the
 * user 3 at 1, and of 1 at 2; there the last event is 2.
 */
final class TestingLedger {

  static final ConversationId.Room ROOM = new ConversationId.Room(34);
  static final ConversationId DIRECT = ConversationId.between(new UserId(1), new UserId(2));
  static final User OWNER = user(1);
  static final User MODERATOR = user(2);
  static final User MEMBER = user(3);
  static final User OTHER_MEMBER = user(4);
  static final User OUTSIDER = user(9);

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** Small enough to be reached. */
  record SmallLimits(
      int membersOfARoom, int roomsOfAUser, int emojiOnAMessage, int pins, int editsAMinute)
      implements Limits {}

  static final Limits LIMITS = new SmallLimits(6, 2, 2, 2, 2);

  final Ledger ledger = new Ledger(NOW);

  TestingLedger() {
    this(new RoomRules(Visibility.PUBLIC, Posters.MEMBERS, false));
  }

  TestingLedger(RoomRules rules) {
    for (User user : List.of(OWNER, MODERATOR, MEMBER, OTHER_MEMBER, OUTSIDER)) {
      ledger.load(new Account(user, true));
      ledger.load(new ConversationId.Inbox(user.id()), 1_000 + user.id().value(), 0);
    }
    load(ConversationId.GLOBAL, 1);
    load(DIRECT, 2);
    load(ROOM, 3);
    ledger.rooms().load(ROOM, new Room(RoomName.of("ops"), "", rules, null));
    if (!rules.archived()) {
      ledger.takenNames().loadPublic(ROOM, RoomName.of("ops"));
    }
    seat(OWNER, Role.OWNER);
    seat(MODERATOR, Role.MODERATOR);
    seat(MEMBER, Role.MEMBER);
    seat(OTHER_MEMBER, Role.MEMBER);
    ledger.membersOf().load(ROOM, 4);
    ledger.owners().load(ROOM, 1);
  }

  private void load(ConversationId conversation, long row) {
    ledger.load(conversation, row, 2);
    message(conversation, 1, MEMBER);
    message(conversation, 2, OWNER);
  }

  private void message(ConversationId conversation, long seq, User sender) {
    ledger
        .messages()
        .load(
            new Place(conversation, new Sequence(seq)),
            new Message(sender.id(), null, "text " + seq, NOW, null, null, null, false));
  }

  private void seat(User user, Role role) {
    ledger.members().load(new Seat(ROOM, user.id()), Member.of(role, Sequence.NONE));
  }

  Receipt decide(Command command) {
    return decide(List.of(command)).getFirst();
  }

  List<Receipt> decide(List<Command> commands) {
    return new Decision(ledger, LIMITS).decide(commands);
  }

  /** In the room. */
  Receipt decide(User sender, Act act) {
    return decide(command(ROOM, sender, act));
  }

  static Command command(ConversationId conversation, User sender, Act act) {
    return new Command(conversation, sender, null, null, null, act);
  }

  static Command command(ConversationId conversation, User sender, Act act, String clientId) {
    return new Command(conversation, sender, null, new ClientId(clientId), null, act);
  }

  static Act.Post post(String content) {
    return new Act.Post(new MessageContent(content));
  }

  static Act.Edit edit(long target, String content) {
    return new Act.Edit(new Sequence(target), new MessageContent(content));
  }

  static User user(long id) {
    return new User(new UserId(id), "user" + id);
  }
}
