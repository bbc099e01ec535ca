package dev.parley.session;

import dev.parley.http.ErrorBody;
import dev.parley.protocol.ErrorCode;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers an anonymous request that needs a session with the reason why it is anonymous. */
class RefusedRequests {

  private static final String REASON = "parley.refused";

  static void remember(RoutingContext request, TokenCheck check) {
    if (check instanceof TokenCheck.Refused refused) {
      request.put(REASON, refused.reason());
    }
  }

  static ErrorCode reason(RoutingContext request) {
    ErrorCode reason = request.get(REASON);
    return reason == null ? ErrorCode.AUTHENTICATION_REQUIRED : reason;
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException failure, RoutingContext request) {
    return ErrorBody.response(reason(request));
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException failure) {
    return ErrorBody.response(ErrorCode.FORBIDDEN);
  }
}
