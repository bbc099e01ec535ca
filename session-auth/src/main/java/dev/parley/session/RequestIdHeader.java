package dev.parley.session;

import dev.parley.http.RequestId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Passes the {@link RequestId} on with every request of a REST client: {@code @RegisterProvider} it
 * on the client's interface.
 */
@Singleton
public class RequestIdHeader implements ClientRequestFilter {

  @Override
  public void filter(ClientRequestContext request) {
    RequestId.current().ifPresent(id -> request.getHeaders().putSingle(RequestId.HEADER, id));
  }
}
