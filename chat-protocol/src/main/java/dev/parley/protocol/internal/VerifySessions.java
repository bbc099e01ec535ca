package dev.parley.protocol.internal;

import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import java.util.List;
import java.util.Map;

/** {@code POST /internal/sessions/verify} of the auth service. */
public final class VerifySessions {

  public static final int MAX_TOKENS = 500;

  private VerifySessions() {}

  /** {@code {"token_hashes":["kq3…"]}}. */
  public record Request(List<SessionToken.Hash> tokenHashes) {
    public Request {
      tokenHashes = List.copyOf(tokenHashes);
      if (tokenHashes.size() > MAX_TOKENS) {
        throw new IllegalArgumentException("a request must have at most 500 tokens");
      }
    }
  }

  /**
   * {@code {"sessions":{"kq3…":{"session_id":7,…}}}}: those that are valid, the others left out.
   */
  public record Answer(Map<String, VerifiedSession> sessions) {
    public Answer {
      sessions = Map.copyOf(sessions);
    }
  }
}
