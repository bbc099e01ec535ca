package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a conversation: {@code "global"}, {@code "dm-12-57"} (two user ids, the lower one first;
 * the same twice for notes to oneself) or {@code "room-34"}. {@link #toString()} is the wire form.
 */
public sealed interface ConversationId {

  ConversationId GLOBAL = new Global();

  /** Whether this user may read and write here. Rooms have members; none exist yet. */
  boolean admits(UserId user);

  /** The one that everybody is in. */
  record Global() implements ConversationId {
    @Override
    public boolean admits(UserId user) {
      return true;
    }

    @JsonValue
    @Override
    public String toString() {
      return "global";
    }
  }

  /** Between two users, or one with themselves. */
  record Direct(UserId low, UserId high) implements ConversationId {
    public Direct {
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException("the lower user id must come first");
      }
    }

    @Override
    public boolean admits(UserId user) {
      return user.equals(low) || user.equals(high);
    }

    public UserId other(UserId user) {
      return user.equals(low) ? high : low;
    }

    @JsonValue
    @Override
    public String toString() {
      return "dm-" + low + "-" + high;
    }
  }

  /** Reserved: the name is part of the wire contract, rooms are not built yet. */
  record Room(long id) implements ConversationId {
    public Room {
      SafeInteger.requirePositive("room id", id);
    }

    @Override
    public boolean admits(UserId user) {
      return false;
    }

    @JsonValue
    @Override
    public String toString() {
      return "room-" + id;
    }
  }

  static ConversationId between(UserId one, UserId other) {
    return one.compareTo(other) <= 0 ? new Direct(one, other) : new Direct(other, one);
  }

  /**
   * @throws IllegalArgumentException with a sentence for the client, if it is no conversation's
   *     name
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ConversationId parse(String name) {
    if (name.equals("global")) {
      return GLOBAL;
    }
    Matcher direct = Names.DIRECT.matcher(name);
    if (direct.matches()) {
      return new Direct(userId(direct.group(1)), userId(direct.group(2)));
    }
    Matcher room = Names.ROOM.matcher(name);
    if (room.matches()) {
      return new Room(Long.parseLong(room.group(1)));
    }
    throw new IllegalArgumentException(
        "A conversation is \"global\", \"dm-<lower user id>-<higher user id>\" or \"room-<id>\"");
  }

  private static UserId userId(String digits) {
    return new UserId(Long.parseLong(digits));
  }

  /** Patterns; an interface has no private constants. */
  final class Names {
    private static final Pattern DIRECT = Pattern.compile("dm-([1-9]\\d{0,15})-([1-9]\\d{0,15})");
    private static final Pattern ROOM = Pattern.compile("room-([1-9]\\d{0,15})");

    private Names() {}
  }
}
