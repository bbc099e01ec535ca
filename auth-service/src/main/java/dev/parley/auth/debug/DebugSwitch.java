package dev.parley.auth.debug;

import dev.parley.http.ErrorBody;
import dev.parley.protocol.ErrorCode;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Where debugging is off, its paths are like any other that does not exist. */
class DebugSwitch {

  @Inject DebugConfig config;

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  Response hide(ContainerRequestContext request) {
    return !config.enabled() && isDebug(request.getUriInfo().getPath())
        ? ErrorBody.response(ErrorCode.NOT_FOUND)
        : null;
  }

  private static boolean isDebug(String path) {
    return path.equals("/debug") || path.startsWith("/debug/");
  }
}
