package dev.parley.history.conversations;

import dev.parley.history.conversations.ConversationRows.FoundWithMessage;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.UserId;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The conversations of whoever asks. */
@Authenticated
@Path("/conversations")
class ConversationsResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject ConversationRows rows;

  @GET
  public OverviewPage mine(
      @QueryParam("before") String before, @QueryParam("limit") String limitText) {
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    UserId reader = user.id();
    List<FoundWithMessage> found = rows.withLastMessages(reader, Cursor.parse(before), limit + 1);
    return found.size() > limit
        ? page(found.subList(0, limit), reader, Cursor.after(found.get(limit - 1).conversation()))
        : page(found, reader, null);
  }

  private static OverviewPage page(List<FoundWithMessage> found, UserId reader, Cursor next) {
    return new OverviewPage(
        found.stream().map(one -> Overview.of(one, reader)).toList(),
        next != null,
        next == null ? null : next.toString());
  }
}
