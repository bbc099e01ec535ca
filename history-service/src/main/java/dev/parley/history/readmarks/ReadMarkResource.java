package dev.parley.history.readmarks;

import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Snapshots;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.MoveReadMark;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far the current user has read in a conversation. */
@Path("/conversations/{conversation}/read")
@Authenticated
@RunOnVirtualThread
class ReadMarkResource {

  @Inject CurrentUser user;
  @Inject Snapshots snapshots;
  @Inject MovesOfReadMarks moves;

  @PUT
  @Operation(summary = "Moves your read mark in a conversation")
  public MoveReadMark.Answer move(@PathParam("conversation") String name, String body)
      throws SQLException {
    ConversationId conversation = Parameter.conversation(name);
    RequestFields fields = RequestFields.of(body);
    long seq = fields.requiredInteger("seq");
    boolean back = fields.optionalBoolean("back");
    fields.check();
    snapshots.read(snapshot -> Membership.of(user.get(), conversation, snapshot));
    return moves.move(
        conversation,
        new MoveReadMark.Request(user.id(), Parameter.sequence("seq", seq), back, null));
  }
}
