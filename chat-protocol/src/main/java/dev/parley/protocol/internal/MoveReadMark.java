package dev.parley.protocol.internal;

import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.util.Objects;

/**
 * {@code PUT /internal/conversations/{conversation}/read} of the history service. The mark never
 * moves back nor past the last message; where it moved, the history service publishes {@link
 * dev.parley.protocol.redis.ReadMarkMoved}.
 */
public final class MoveReadMark {

  private MoveReadMark() {}

  /**
   * {@code {"user_id":12,"seq":7,"connection":"g1-42"}}.
   *
   * @param connection which connection asked, null when none did; it gets no echo
   */
  public record Request(UserId userId, Sequence seq, String connection) {
    public Request {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(seq, "seq");
    }
  }

  /** {@code {"read_seq":7}}: where the mark stands now. */
  public record Answer(Sequence readSeq) {}
}
