package dev.parley.history.readmarks;

import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.MoveReadMark;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code PUT {"seq":7}} moves the caller's read mark: {@code {"read_seq":7}}. */
@Authenticated
@Path("/conversations/{conversation}/read")
class ReadMarkResource {

  @Inject CurrentUser user;
  @Inject MovesOfReadMarks moves;

  @PUT
  public MoveReadMark.Answer move(@PathParam("conversation") String conversationName, String body) {
    ConversationId conversation = Parameter.conversation(conversationName);
    RequestFields fields = RequestFields.of(body);
    long seq = fields.requiredInteger("seq");
    fields.check();
    Sequence place = Parameter.sequence("seq", seq);
    return moves.move(conversation, new MoveReadMark.Request(user.id(), place, false, null));
  }
}
