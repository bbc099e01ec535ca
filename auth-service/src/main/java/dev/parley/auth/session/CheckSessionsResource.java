package dev.parley.auth.session;

import dev.parley.protocol.internal.CheckSessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Tells a gateway which of its sessions are still valid, according to the database. */
@Path("/internal/sessions/check")
@RunOnVirtualThread
class CheckSessionsResource {

  @Inject Sessions sessions;

  @POST
  public CheckSessions.Answer check(CheckSessions.Request request) {
    return new CheckSessions.Answer(sessions.stillValid(request.sessionIds(), request.used()));
  }
}
