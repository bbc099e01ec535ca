package dev.parley.session;

import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;

/**
 * The session behind a {@link SecurityIdentity}, the hash of the token that proved it, and how that
 * token came.
 */
public record AuthenticatedSession(
    VerifiedSession session, SessionToken.Hash tokenHash, TokenSource source) {

  /** Empty for an anonymous identity; {@link TokenCheck#of} tells why. */
  public static Optional<AuthenticatedSession> of(SecurityIdentity identity) {
    return switch (TokenCheck.of(identity)) {
      case TokenCheck.Verified(AuthenticatedSession session) -> Optional.of(session);
      case TokenCheck.Refused refused -> Optional.empty();
    };
  }
}
