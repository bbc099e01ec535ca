package dev.parley.history.ledger;

import dev.parley.name.RoomName;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Role;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Receipt;

/** Other settings for a room. Moderators change them, and owners archive the room. */
record RoomChange(Turn turn) {

  Receipt decide(Act.ChangeRoom change) {
    Access access = new Access(turn);
    Member member = access.member();
    if (!access.isRoom()) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
    Room before = access.room();
    requireRight(change, member, before);
    RoomSettings settings = new RoomSettings(turn);
    Room after = after(change, before, settings);
    if (after.equals(before)) {
      return turn.unchanged();
    }
    if (claimsName(before, after)) {
      settings.requireFree(after.name(), turn.conversation());
    }
    settings.set(turn.conversation(), after);
    turn.append(after.asEvent());
    return turn.stored();
  }

  private static void requireRight(Act.ChangeRoom change, Member member, Room before) {
    boolean opens = Boolean.FALSE.equals(change.archived());
    if (before.rules().archived() && !opens) {
      throw new Refusal(ErrorCode.ROOM_ARCHIVED);
    }
    Role least = change.archived() == null ? Role.MODERATOR : Role.OWNER;
    if (!member.role().isAtLeast(least)) {
      throw new Refusal(ErrorCode.NOT_ALLOWED);
    }
  }

  private static Room after(Act.ChangeRoom change, Room before, RoomSettings settings) {
    RoomRules rules = rules(change, before.rules());
    RoomName name = change.name() == null ? before.name() : settings.parse(change.name());
    String topic = change.topic() == null ? before.topic() : settings.topic(change.topic());
    Integer editWindow =
        change.editWindow() == null ? before.editWindowSeconds() : change.editWindow().seconds();
    return new Room(name, topic, rules, editWindow);
  }

  private static RoomRules rules(Act.ChangeRoom change, RoomRules before) {
    return new RoomRules(
        change.visibility() == null ? before.visibility() : change.visibility(),
        change.whoMayPost() == null ? before.whoMayPost() : change.whoMayPost(),
        change.archived() == null ? before.archived() : change.archived());
  }

  /** An archived room leaves its name to others, and a private one to whoever is not in it. */
  private static boolean claimsName(Room before, Room after) {
    RoomRules rules = after.rules();
    boolean isPublic = rules.visibility() == Visibility.PUBLIC;
    boolean opens = before.rules().archived();
    boolean isSeen = isPublic && before.rules().visibility() != Visibility.PUBLIC;
    boolean isRenamed =
        isPublic ? !before.name().isSameAs(after.name()) : !before.name().isLike(after.name());
    return !rules.archived() && (opens || isSeen || isRenamed);
  }
}
