package dev.parley.auth.session;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.VerifiedSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The devices on which a user is logged in. */
@Path("/sessions")
@Authenticated
@RunOnVirtualThread
class SessionsResource {

  @Inject CurrentSession current;
  @Inject Sessions sessions;

  /** The newest first, at most 1,000. */
  @GET
  @Operation(summary = "Lists the sessions of the current user")
  public List<Device> list() {
    VerifiedSession mine = current.get();
    return sessions.of(mine.userId()).stream()
        .map(session -> Device.of(session, mine.sessionId()))
        .toList();
  }

  /** Also the current one: that is a logout. */
  @DELETE
  @Path("{id: [0-9]{1,16}}")
  @Operation(summary = "Ends one session of the current user")
  public Done end(@PathParam("id") long id) {
    if (!sessions.end(current.get().userId(), id)) {
      throw new ParleyException(ErrorCode.NOT_FOUND, "Session not found");
    }
    return new Done("Session ended");
  }

  @DELETE
  @Operation(summary = "Ends all other sessions of the current user")
  public OthersEnded endOthers() {
    VerifiedSession mine = current.get();
    int ended = sessions.endOthers(mine.userId(), mine.sessionId());
    return new OthersEnded("All other sessions ended", ended);
  }

  /** {@code {"message":"All other sessions ended","ended":2}}. */
  record OthersEnded(String message, int ended) {}

  /**
   * {@code {"id":7,"created_at":"2026-01-02T03:04:05Z","last_seen_at":"…","expires_at":"…",
   * "user_agent":"…","current":true}}.
   */
  record Device(
      SessionId id,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      String userAgent,
      boolean current) {

    private static Device of(Session session, SessionId current) {
      SessionId id = new SessionId(session.id);
      return new Device(
          id,
          session.createdAt,
          session.lastSeenAt,
          session.expiresAt,
          session.userAgent,
          id.equals(current));
    }
  }
}
