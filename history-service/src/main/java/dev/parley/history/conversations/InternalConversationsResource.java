package dev.parley.history.conversations;

import dev.parley.history.requests.InternalBody;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ReadLastSequences;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** {@link ListConversations}, {@link FindConversations} and {@link ReadLastSequences}. */
@Path("/internal/conversations")
@RunOnVirtualThread
class InternalConversationsResource {

  @Inject Entries entries;
  @Inject InternalBody json;

  @POST
  @Path("/list")
  public ListConversations.Answer list(String body) throws SQLException {
    return entries.list(json.read(body, ListConversations.Request.class).userIds());
  }

  @POST
  @Path("/find")
  public FindConversations.Answer find(String body) throws SQLException {
    FindConversations.Request request = json.read(body, FindConversations.Request.class);
    return new FindConversations.Answer(entries.find(request.asked()));
  }

  @POST
  @Path("/last")
  public ReadLastSequences.Answer last(String body) throws SQLException {
    ReadLastSequences.Request request = json.read(body, ReadLastSequences.Request.class);
    return new ReadLastSequences.Answer(entries.last(request.conversations()));
  }
}
