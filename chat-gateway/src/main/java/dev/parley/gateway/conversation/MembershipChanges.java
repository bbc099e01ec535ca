package dev.parley.gateway.conversation;

import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Who joined and left a room lately, as its order delivered it. What the history service says of a
 * member holds as of a certain event; this tells what happened since. It remembers the last {@value
 * #MAX} users. Not thread-safe; the conversation's order guards it.
 */
final class MembershipChanges {

  static final int MAX = 1_000;

  private final LinkedHashMap<UserId, Change> latest = new LinkedHashMap<>();
  private Sequence knownSince;

  private record Change(Sequence seq, boolean joined) {}

  /**
   * @param start changes after this event are known
   */
  MembershipChanges(Sequence start) {
    this.knownSince = start;
  }

  void joined(UserId user, Sequence seq) {
    add(user, new Change(seq, true));
  }

  void left(UserId user, Sequence seq) {
    add(user, new Change(seq, false));
  }

  private void add(UserId user, Change change) {
    latest.remove(user);
    latest.put(user, change);
    if (latest.size() > MAX) {
      knownSince = latest.pollFirstEntry().getValue().seq();
    }
  }

  /** Whether the last thing that is known of this user is that they left. */
  boolean hasLeft(UserId user) {
    Change change = latest.get(user);
    return change != null && !change.joined();
  }

  /** Where a member as of this event is known to have left after it; empty if they have not. */
  Optional<Sequence> leftSince(UserId user, Sequence asOf) {
    Change change = latest.get(user);
    return change != null && !change.joined() && change.seq().isAfter(asOf)
        ? Optional.of(change.seq())
        : Optional.empty();
  }

  /** Whether an answer as of this event is too old to tell whether somebody is still a member. */
  boolean isUnknownSince(Sequence asOf) {
    return knownSince.isAfter(asOf);
  }
}
