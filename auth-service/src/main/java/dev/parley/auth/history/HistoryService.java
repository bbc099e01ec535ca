package dev.parley.auth.history;

import dev.parley.protocol.internal.LoadAccounts;
import dev.parley.session.RequestIdHeader;
import dev.parley.session.ServiceSecretHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** The internal endpoints of the history service. */
@Path("/internal")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterProvider(ServiceSecretHeader.class)
@RegisterProvider(RequestIdHeader.class)
public interface HistoryService {

  @PUT
  @Path("/accounts")
  Uni<LoadAccounts.Answer> load(LoadAccounts.Request request);

  /** Deletes all messages, conversations and accounts. */
  @POST
  @Path("/reset")
  Uni<Void> reset();
}
