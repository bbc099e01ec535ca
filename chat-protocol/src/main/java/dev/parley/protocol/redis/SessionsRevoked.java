package dev.parley.protocol.redis;

import dev.parley.protocol.SessionId;
import java.util.List;

/**
 * {@code {"session_ids":[7,8]}}: these sessions are no longer valid; their sockets close (4001).
 */
public record SessionsRevoked(List<SessionId> sessionIds) {
  public SessionsRevoked {
    sessionIds = List.copyOf(sessionIds);
  }
}
