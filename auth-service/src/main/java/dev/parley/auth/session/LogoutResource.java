package dev.parley.auth.session;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.session.PresentedToken;
import dev.parley.session.RequestOrigin;
import dev.parley.session.TokenSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code POST /logout}: succeeds with any token, known or not. */
@Path("/logout")
@RunOnVirtualThread
class LogoutResource {

  @Inject Sessions sessions;
  @Inject CookieLogin cookies;
  @Inject RequestOrigin origin;

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Ends the session of the token")
  public Response logOut(@Context HttpServerRequest request) {
    PresentedToken presented =
        PresentedToken.in(request).orElseThrow(() -> new ParleyException(ErrorCode.TOKEN_MISSING));
    boolean asCookie = presented.source() == TokenSource.COOKIE;
    if (asCookie && !origin.permitsCookie(request)) {
      throw new ParleyException(ErrorCode.ORIGIN_NOT_ALLOWED);
    }
    sessions.end(presented.token().hash());
    Response.ResponseBuilder answer = Response.ok(new Done("Logged out successfully"));
    return asCookie ? answer.cookie(cookies.clear(request)).build() : answer.build();
  }
}
