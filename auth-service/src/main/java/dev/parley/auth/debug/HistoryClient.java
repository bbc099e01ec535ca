package dev.parley.auth.debug;

import dev.parley.session.RequestIdHeader;
import dev.parley.session.ServiceSecretHeader;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** The history service, as far as a reset needs it. */
@RegisterProvider(ServiceSecretHeader.class)
@RegisterProvider(RequestIdHeader.class)
public interface HistoryClient {

  /** Deletes all messages and conversations. */
  @POST
  @Path("/internal/reset")
  void reset();
}
