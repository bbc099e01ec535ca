package dev.parley.auth.session;

import dev.parley.protocol.VerifiedSession;
import dev.parley.session.AuthenticatedSession;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Whose request this is; only for endpoints that are {@code @Authenticated}. */
@RequestScoped
class CurrentSession {

  @Inject SecurityIdentity identity;

  VerifiedSession get() {
    return AuthenticatedSession.of(identity).orElseThrow().session();
  }
}
