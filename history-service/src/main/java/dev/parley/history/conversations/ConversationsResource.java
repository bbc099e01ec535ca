package dev.parley.history.conversations;

import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;

/** The caller's conversations. */
@Authenticated
@Path("/conversations")
class ConversationsResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject Overviews overviews;

  @GET
  public OverviewPage mine(
      @QueryParam("before") String before, @QueryParam("limit") String limitText)
      throws SQLException {
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    return overviews.page(user.id(), Cursor.parse(before), limit);
  }
}
