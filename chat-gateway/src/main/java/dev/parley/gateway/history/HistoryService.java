package dev.parley.gateway.history;

import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastSequences;
import dev.parley.session.RequestIdHeader;
import dev.parley.session.ServiceSecretHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jboss.resteasy.reactive.RestQuery;

/** The internal endpoints of one replica of the history service; every call may be made twice. */
@Path("/internal")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterProvider(ServiceSecretHeader.class)
@RegisterProvider(RequestIdHeader.class)
public interface HistoryService {

  @POST
  @Path("/commands")
  Uni<AppendCommands.Answer> append(AppendCommands.Request request);

  @POST
  @Path("/events/read")
  Uni<ReadEvents.Answer> events(ReadEvents.Request request);

  @POST
  @Path("/conversations/list")
  Uni<ListConversations.Answer> conversations(ListConversations.Request request);

  @POST
  @Path("/conversations/find")
  Uni<FindConversations.Answer> find(FindConversations.Request request);

  @POST
  @Path("/conversations/last")
  Uni<ReadLastSequences.Answer> lastSequences(ReadLastSequences.Request request);

  /**
   * @param after null for an answer that begins now
   */
  @GET
  @Path("/feed")
  Uni<ReadFeed.Answer> feed(@RestQuery String after);

  @PUT
  @Path("/conversations/{conversation}/read")
  Uni<MoveReadMark.Answer> moveReadMark(
      @PathParam("conversation") String conversation, MoveReadMark.Request request);
}
