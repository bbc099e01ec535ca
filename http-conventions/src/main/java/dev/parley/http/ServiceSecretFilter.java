package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.internal.ServiceSecret;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses every request below {@code /internal} that does not carry the service secret. */
class ServiceSecretFilter {

  private static final String INTERNAL = "/internal";

  /** A filter is made before the configuration of the running service is there. */
  @Inject Instance<InternalConfig> config;

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  Response refuseStrangers(ContainerRequestContext request) {
    return isInternal(request.getUriInfo().getPath()) && !knowsTheSecret(request)
        ? ErrorBody.response(ErrorCode.SERVICE_SECRET_REQUIRED)
        : null;
  }

  private static boolean isInternal(String path) {
    return path.equals(INTERNAL) || path.startsWith(INTERNAL + "/");
  }

  private boolean knowsTheSecret(ContainerRequestContext request) {
    String presented = request.getHeaderString(ServiceSecret.HEADER);
    return presented != null
        && config
            .get()
            .secret()
            .filter(secret -> sameInConstantTime(secret, presented))
            .isPresent();
  }

  private static boolean sameInConstantTime(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
