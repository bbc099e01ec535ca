package dev.parley.history.conversations;

import dev.parley.history.commands.Ack;
import dev.parley.history.commands.ChangeRequest;
import dev.parley.history.commands.ClientCommands;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The log of a conversation: reading it, and adding to it. */
@Path("/conversations/{conversation}/events")
@Authenticated
@RunOnVirtualThread
class EventsResource {

  private static final int DEFAULT_LIMIT = 100;

  @Inject CurrentUser user;
  @Inject EventPages pages;
  @Inject ClientCommands commands;

  @GET
  @Operation(summary = "Lists the events of a conversation after a sequence number")
  public EventPage list(
      @PathParam("conversation") String name,
      @QueryParam("after") String afterText,
      @QueryParam("limit") String limitText)
      throws SQLException {
    ConversationId conversation = Parameter.conversation(name);
    Sequence after = Parameter.sequence("after", afterText).orElse(Sequence.NONE);
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, EventPages.MAX_EVENTS);
    return pages.read(user.get(), conversation, after, limit);
  }

  @POST
  @Operation(summary = "Posts, edits, deletes, reacts or pins, as the same frame on a socket does")
  public Ack add(
      @PathParam("conversation") String name,
      @QueryParam("client_id") String clientIdOfQuery,
      String body)
      throws SQLException {
    ConversationId conversation = Parameter.conversation(name);
    ChangeRequest request = ChangeRequest.of(body, clientIdOfQuery);
    Act act = CommandFrame.read(request, conversation);
    return commands.perform(conversation, request.clientId(), act);
  }
}
