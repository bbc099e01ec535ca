package dev.parley.history.messages;

import dev.parley.history.membership.Membership;
import dev.parley.protocol.Sequence;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * {@code {"messages":[…],"has_more":true,"has_older":true,"has_newer":false,"as_of":821,
 * "first_seq":1,"last_seq":821}}, oldest first.
 *
 * @param hasMore whether there are more in the direction that was asked for: older ones, or with
 *     {@code after} newer ones
 * @param asOf the last event that this picture includes
 * @param firstSeq the first event of the conversation that still exists
 */
@RegisterForReflection
record MessagePage(
    List<MessageState> messages,
    boolean hasMore,
    boolean hasOlder,
    boolean hasNewer,
    Sequence asOf,
    Sequence firstSeq,
    Sequence lastSeq) {

  static MessagePage towardsOlder(Excerpt excerpt, Membership membership) {
    return of(excerpt, excerpt.hasOlder(), membership);
  }

  static MessagePage towardsNewer(Excerpt excerpt, Membership membership) {
    return of(excerpt, excerpt.hasNewer(), membership);
  }

  private static MessagePage of(Excerpt excerpt, boolean hasMore, Membership membership) {
    return new MessagePage(
        excerpt.messages(),
        hasMore,
        excerpt.hasOlder(),
        excerpt.hasNewer(),
        membership.lastSeq(),
        membership.firstSeq(),
        membership.lastSeq());
  }
}
