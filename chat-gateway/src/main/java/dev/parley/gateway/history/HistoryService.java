package dev.parley.gateway.history;

import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.session.ServiceSecretHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The history service's internal endpoints. A call fails after the configured time-outs. */
@Path("/internal")
@RegisterRestClient(configKey = "history")
@RegisterProvider(ServiceSecretHeader.class)
public interface HistoryService {

  @POST
  @Path("/messages")
  Uni<AppendMessages.Answer> append(AppendMessages.Request request);

  @GET
  @Path("/conversations/{conversation}/messages")
  Uni<ReadMessages.Answer> messages(
      @PathParam("conversation") String conversation, @RestQuery long from, @RestQuery long to);

  @GET
  @Path("/conversations")
  Uni<ListConversations.Answer> conversations(@RestQuery("user_id") long userId);

  @PUT
  @Path("/conversations/{conversation}/read")
  Uni<MoveReadMark.Answer> moveReadMark(
      @PathParam("conversation") String conversation, MoveReadMark.Request request);
}
