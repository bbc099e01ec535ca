package dev.parley.protocol.internal;

import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.util.Objects;

/**
 * {@code PUT /internal/conversations/{conversation}/read} of the history service, for a member. The
 * mark moves forward, but not past the last event, or exactly to a message that the member marks as
 * unread. Where it moved, the history service publishes {@link
 * dev.parley.protocol.redis.ReadMarkMoved}.
 */
public final class MoveReadMark {

  private MoveReadMark() {}

  /**
   * {@code {"user_id":12,"seq":7,"back":false,"connection":"g1-42"}}.
   *
   * @param back whether the mark may move back to {@code seq}; otherwise it never does
   * @param connection which connection asked, null when none did; it gets no echo
   */
  public record Request(UserId userId, Sequence seq, boolean back, String connection) {
    public Request {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(seq, "seq");
    }
  }

  /** {@code {"read_seq":7}}: where the mark stands now. */
  public record Answer(Sequence readSeq) {}
}
