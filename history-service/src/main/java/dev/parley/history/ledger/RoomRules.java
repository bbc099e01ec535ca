package dev.parley.history.ledger;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.Visibility;
import java.util.Optional;

/** What of a room's settings decides who may do what in it. */
public record RoomRules(Visibility visibility, Posters whoMayPost, boolean archived) {

  /**
   * Why somebody may not post; empty if they may.
   *
   * @param role null for somebody who is not a member
   */
  public Optional<ErrorCode> refusalOfPostBy(Role role) {
    if (role == null) {
      return Optional.of(refusalOfOutsiders());
    }
    if (archived) {
      return Optional.of(ErrorCode.ROOM_ARCHIVED);
    }
    return whoMayPost.include(role) ? Optional.empty() : Optional.of(ErrorCode.NOT_ALLOWED);
  }

  /** A private room does not exist for them. */
  ErrorCode refusalOfOutsiders() {
    return switch (visibility) {
      case PUBLIC -> ErrorCode.NOT_A_MEMBER;
      case PRIVATE -> ErrorCode.NOT_FOUND;
    };
  }
}
