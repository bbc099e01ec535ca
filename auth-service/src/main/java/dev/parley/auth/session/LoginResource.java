package dev.parley.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.http.ClientAddresses;
import dev.parley.http.HttpTime;
import dev.parley.http.RequestFields;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.User;
import dev.parley.session.RequestOrigin;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

/**
 * {@code POST /login {username,password}}. With {@code "cookie":true} the token goes into a cookie
 * that no script can read, instead of the answer.
 */
@Path("/login")
@RunOnVirtualThread
class LoginResource {

  @Inject Login login;
  @Inject CookieLogin cookies;
  @Inject ClientAddresses addresses;
  @Inject RequestOrigin origin;

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Opens a session")
  public Response logIn(String body, @Context HttpServerRequest request) {
    RequestFields fields = RequestFields.of(body);
    String username = fields.requiredString("username");
    String password = fields.requiredString("password");
    boolean asCookie = fields.optionalBoolean("cookie");
    fields.check();
    // Else another site could log a browser in, as somebody else.
    if (asCookie && !origin.isOwnSite(request)) {
      throw new ParleyException(ErrorCode.ORIGIN_NOT_ALLOWED);
    }
    Login.LoggedIn loggedIn =
        login.logIn(username, password, request.getHeader("User-Agent"), addresses.of(request));
    return asCookie ? answerWithCookie(loggedIn, request) : answer(loggedIn, loggedIn.token());
  }

  private Response answerWithCookie(Login.LoggedIn loggedIn, HttpServerRequest request) {
    return Response.fromResponse(answer(loggedIn, null))
        .cookie(cookies.issue(loggedIn, request))
        .build();
  }

  private static Response answer(Login.LoggedIn loggedIn, SessionToken shown) {
    Session session = loggedIn.session();
    return Response.ok(
            new Answer(
                "Login successful",
                shown == null ? null : shown.value(),
                session.account.user(),
                HttpTime.isoWithoutZone(session.expiresAt)))
        .header("Cache-Control", "no-store")
        .build();
  }

  /**
   * {@code {"message":"…","session_token":"…","user":{"id":12,"username":"ada"},"expires_at":"…"}}.
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(String message, String sessionToken, User user, String expiresAt) {}
}
