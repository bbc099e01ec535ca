package dev.parley.history.requests;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.session.AuthenticatedSession;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/**
 * The user whose session the request came with. Endpoints that use it are {@code @Authenticated}.
 */
@Singleton
public class CurrentUser {

  private final SecurityIdentity identity;

  CurrentUser(SecurityIdentity identity) {
    this.identity = identity;
  }

  public User get() {
    return AuthenticatedSession.of(identity)
        .orElseThrow(() -> new ParleyException(ErrorCode.AUTHENTICATION_REQUIRED))
        .session()
        .user();
  }

  public UserId id() {
    return get().id();
  }
}
