package dev.parley.history.conversations;

import dev.parley.history.requests.Parameter;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ListConversations.Position;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** {@link ListConversations}: what a gateway tells a client that connects. */
@Path("/internal/conversations")
class InternalConversationsResource {

  @Inject ConversationRows rows;

  @GET
  public ListConversations.Answer of(@QueryParam("user_id") String userId) {
    return new ListConversations.Answer(
        rows
            .latest(Parameter.userId("user_id", userId), ListConversations.MAX_CONVERSATIONS)
            .stream()
            .map(InternalConversationsResource::position)
            .toList());
  }

  private static Position position(ConversationRows.Found found) {
    return new Position(
        found.conversation().conversation(),
        found.conversation().lastSequence(),
        new Sequence(found.readSeq()));
  }
}
