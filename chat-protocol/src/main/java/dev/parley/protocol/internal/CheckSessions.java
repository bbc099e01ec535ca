package dev.parley.protocol.internal;

import dev.parley.protocol.SessionId;
import java.util.List;
import java.util.Set;

/** {@code POST /internal/sessions/check} of the auth service: not through the cache. */
public final class CheckSessions {

  public static final int MAX_SESSIONS = 1_000;

  private CheckSessions() {}

  /**
   * {@code {"session_ids":[7,8],"used":[8]}}.
   *
   * @param used those of them with which somebody did something lately; a gateway from before this
   *     field tells of none
   */
  public record Request(List<SessionId> sessionIds, Set<SessionId> used) {
    public Request {
      sessionIds = List.copyOf(sessionIds);
      used = used == null ? Set.of() : Set.copyOf(used);
      if (sessionIds.size() > MAX_SESSIONS) {
        throw new IllegalArgumentException("a request must have at most 1,000 sessions");
      }
    }
  }

  /** {@code {"valid":[8]}}: those that are still valid, the others left out. */
  public record Answer(Set<SessionId> valid) {
    public Answer {
      valid = Set.copyOf(valid);
    }
  }
}
