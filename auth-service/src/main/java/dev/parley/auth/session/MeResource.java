package dev.parley.auth.session;

import dev.parley.auth.account.Account;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code GET /me}: the current user. */
@Path("/me")
@Authenticated
@RunOnVirtualThread
class MeResource {

  @Inject CurrentSession current;

  @GET
  @Operation(summary = "Returns the current user")
  public Me me() {
    VerifiedSession session = current.get();
    Account account = QuarkusTransaction.requiringNew().call(() -> Account.of(session.userId()));
    return new Me(
        session.userId(),
        session.username(),
        account.createdAt,
        session.sessionId(),
        session.expiresAt());
  }

  /**
   * {@code {"id":12,"username":"ada","created_at":"2026-01-02T03:04:05Z","session_id":7,
   * "expires_at":"…"}}.
   */
  record Me(
      UserId id, String username, Instant createdAt, SessionId sessionId, Instant expiresAt) {}
}
