package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a conversation: {@code "global"}, {@code "dm-12-57"} (two user ids, the lower one first;
 * the same twice for notes to oneself), {@code "room-34"} or {@code "inbox-12"}. {@link
 * #toString()} is the wire form. A name says nothing about who may read the conversation, except
 * that a direct conversation and an inbox never have other members than their names tell.
 */
public sealed interface ConversationId {

  ConversationId GLOBAL = new Global();

  /** The room that everybody is in and nobody can leave. */
  record Global() implements ConversationId {
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

    public boolean isBetween(UserId user) {
      return user.equals(low) || user.equals(high);
    }

    public UserId other(UserId user) {
      return user.equals(low) ? high : low;
    }

    public boolean isWithOneself() {
      return low.equals(high);
    }

    @JsonValue
    @Override
    public String toString() {
      return "dm-" + low + "-" + high;
    }
  }

  /** Has members, who come and go. */
  record Room(long id) implements ConversationId {
    public Room {
      SafeInteger.requirePositive("room id", id);
    }

    @JsonValue
    @Override
    public String toString() {
      return "room-" + id;
    }
  }

  /** A user's own log: what happened to them elsewhere. Nobody posts here. */
  record Inbox(UserId owner) implements ConversationId {
    @JsonValue
    @Override
    public String toString() {
      return "inbox-" + owner;
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
    Matcher matcher = Names.PATTERN.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A conversation is \"global\", \"dm-<lower user id>-<higher user id>\", \"room-<id>\""
              + " or \"inbox-<user id>\"");
    }
    if (matcher.group(1) != null) {
      return new Direct(userId(matcher.group(1)), userId(matcher.group(2)));
    }
    return matcher.group(3) != null
        ? new Room(Long.parseLong(matcher.group(3)))
        : new Inbox(userId(matcher.group(4)));
  }

  private static UserId userId(String digits) {
    return new UserId(Long.parseLong(digits));
  }

  /** The pattern; an interface has no private constants. */
  final class Names {
    private static final String ID = "([1-9]\\d{0,15})";
    private static final Pattern PATTERN =
        Pattern.compile("dm-" + ID + "-" + ID + "|room-" + ID + "|inbox-" + ID);

    private Names() {}
  }
}
