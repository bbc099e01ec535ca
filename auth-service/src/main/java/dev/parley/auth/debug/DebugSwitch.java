package dev.parley.auth.debug;

import dev.parley.http.ErrorBody;
import dev.parley.protocol.ErrorCode;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** If debugging is off, its paths look like any other that does not exist. */
class DebugSwitch {

  /** A filter is created before the configuration of the running service is available. */
  @Inject Instance<DebugConfig> config;

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  Response hide(ContainerRequestContext request) {
    return !config.get().enabled() && isDebug(request.getUriInfo().getPath())
        ? ErrorBody.response(ErrorCode.NOT_FOUND)
        : null;
  }

  private static boolean isDebug(String path) {
    return path.equals("/debug") || path.startsWith("/debug/");
  }
}
