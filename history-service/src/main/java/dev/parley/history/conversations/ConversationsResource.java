package dev.parley.history.conversations;

import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The current user's conversations. */
@Path("/conversations")
@Authenticated
@RunOnVirtualThread
class ConversationsResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject OwnConversations conversations;

  @GET
  @Operation(summary = "Lists your conversations, the latest activity first")
  public OverviewPage mine(
      @QueryParam("before") String before, @QueryParam("limit") String limitText)
      throws SQLException {
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    return conversations.page(user.id(), Cursor.parse(before), limit);
  }
}
