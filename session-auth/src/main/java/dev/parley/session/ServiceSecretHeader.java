package dev.parley.session;

import dev.parley.http.InternalConfig;
import dev.parley.protocol.internal.ServiceSecret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Adds the service secret to every request of a REST client: {@code @RegisterProvider} it on the
 * client's interface.
 */
@Singleton
public class ServiceSecretHeader implements ClientRequestFilter {

  @Inject InternalConfig config;

  @Override
  public void filter(ClientRequestContext request) {
    config
        .secret()
        .ifPresent(secrets -> request.getHeaders().add(ServiceSecret.HEADER, secrets.getFirst()));
  }
}
