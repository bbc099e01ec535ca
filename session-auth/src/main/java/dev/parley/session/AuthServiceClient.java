package dev.parley.session;

import dev.parley.protocol.internal.CheckSessions;
import dev.parley.protocol.internal.LookUpUsers;
import dev.parley.protocol.internal.VerifySessions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** The internal endpoints of the auth service. */
@Path("/internal")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterProvider(ServiceSecretHeader.class)
@RegisterProvider(RequestIdHeader.class)
public interface AuthServiceClient {

  @POST
  @Path("/sessions/verify")
  Uni<VerifySessions.Answer> verify(VerifySessions.Request request);

  @POST
  @Path("/sessions/check")
  Uni<CheckSessions.Answer> check(CheckSessions.Request request);

  @POST
  @Path("/users/lookup")
  Uni<LookUpUsers.Answer> lookUp(LookUpUsers.Request request);
}
