package dev.parley.history.conversations;

import dev.parley.history.requests.InternalBody;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ReadLastPlaces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** {@link ListConversations} and {@link ReadLastPlaces}: where conversations stand. */
@Path("/internal/conversations")
class InternalConversationsResource {

  @Inject Positions positions;
  @Inject InternalBody json;

  @POST
  @Path("/list")
  @RunOnVirtualThread
  public ListConversations.Answer list(String body) throws SQLException {
    ListConversations.Request request = json.read(body, ListConversations.Request.class);
    return new ListConversations.Answer(positions.of(request.userIds()));
  }

  @POST
  @Path("/last")
  @RunOnVirtualThread
  public ReadLastPlaces.Answer last(String body) throws SQLException {
    ReadLastPlaces.Request request = json.read(body, ReadLastPlaces.Request.class);
    return new ReadLastPlaces.Answer(positions.last(request.conversations()));
  }
}
