package dev.parley.history.ledger;

import dev.parley.protocol.Notify;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import java.time.Instant;

/**
 * What a user is in a conversation.
 *
 * @param since the event with which they became a member
 * @param notifyOf null where they have not chosen
 * @param mutedUntil null where it is not muted
 */
public record Member(Role role, Sequence since, Notify notifyOf, Instant mutedUntil) {

  static Member of(Role role, Sequence since) {
    return new Member(role, since, null, null);
  }

  Member with(Role other) {
    return new Member(other, since, notifyOf, mutedUntil);
  }

  Member with(Notify otherNotify, Instant otherMutedUntil) {
    return new Member(role, since, otherNotify, otherMutedUntil);
  }

  boolean isOwner() {
    return role == Role.OWNER;
  }
}
