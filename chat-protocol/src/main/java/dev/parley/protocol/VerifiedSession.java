package dev.parley.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;

/**
 * A session that was found valid: {@code
 * {"session_id":7,"user_id":12,"username":"ada","expires_at":"2026-01-08T10:00:00.000000Z"}}. The
 * value of the session cache in Redis, and the answer of the auth service.
 */
public record VerifiedSession(
    SessionId sessionId, UserId userId, String username, Instant expiresAt) {
  public VerifiedSession {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  @JsonIgnore
  public User user() {
    return new User(userId, username);
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
