package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.internal.ServiceSecret;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses every request below {@code /internal} that does not carry the service secret. At the
 * public port there is nothing below it.
 */
class ServiceSecretFilter {

  /** Asked for late: filters are made while the application is built, configuration is not. */
  @Inject Provider<InternalConfig> config;

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  Response refuseStrangers(ContainerRequestContext request) {
    if (!InternalPaths.contain(request.getUriInfo().getPath())) {
      return null;
    }
    if (!InternalPort.isAsked()) {
      return ErrorBody.response(ErrorCode.NOT_FOUND);
    }
    return knowsTheSecret(request) ? null : ErrorBody.response(ErrorCode.SERVICE_SECRET_REQUIRED);
  }

  private boolean knowsTheSecret(ContainerRequestContext request) {
    String presented = request.getHeaderString(ServiceSecret.HEADER);
    return presented != null
        && config.get().secret().stream()
            .flatMap(List::stream)
            .anyMatch(secret -> sameInConstantTime(secret, presented));
  }

  private static boolean sameInConstantTime(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
