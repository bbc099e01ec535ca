package dev.parley.history.rooms;

import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * {@code {"members":[{"user":{"id":12,"username":"ada"},"role":"owner","since_seq":1}],
 * "has_more":false,"next_after":null}}, in the order of their ids.
 *
 * @param nextAfter what to send as {@code after} for the next page; null on the last one
 */
@RegisterForReflection
record MemberPage(List<Member> members, boolean hasMore, UserId nextAfter) {

  /**
   * @param sinceSeq the {@code joined} event by which the user became a member
   */
  @RegisterForReflection
  record Member(User user, Role role, Sequence sinceSeq) {}
}
