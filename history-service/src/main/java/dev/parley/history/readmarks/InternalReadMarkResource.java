package dev.parley.history.readmarks;

import dev.parley.history.requests.InternalBody;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.MoveReadMark;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@link MoveReadMark}: the same for a gateway, on behalf of a user. */
@Path("/internal/conversations/{conversation}/read")
@RunOnVirtualThread
class InternalReadMarkResource {

  @Inject InternalBody json;
  @Inject MovesOfReadMarks moves;

  @PUT
  public MoveReadMark.Answer move(@PathParam("conversation") String conversationName, String body) {
    ConversationId conversation = Parameter.conversation(conversationName);
    MoveReadMark.Request request = json.read(body, MoveReadMark.Request.class);
    return moves.move(conversation, request);
  }
}
