package dev.parley.session;

import dev.parley.protocol.SessionToken;
import dev.parley.protocol.VerifiedSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/** The session behind a {@link SecurityIdentity}, and the hash of the token that proved it. */
public record AuthenticatedSession(VerifiedSession session, SessionToken.Hash tokenHash) {

  private static final String ATTRIBUTE = "parley.session";

  /** Empty for an anonymous identity. */
  public static Optional<AuthenticatedSession> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
  }

  SecurityIdentity identity() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(session.username()))
        .addAttribute(ATTRIBUTE, this)
        .build();
  }
}
