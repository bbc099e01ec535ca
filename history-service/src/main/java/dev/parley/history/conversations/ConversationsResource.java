package dev.parley.history.conversations;

import dev.parley.history.conversations.ConversationRows.FoundWithMessage;
import dev.parley.history.conversations.UnreadCounts.Mark;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.UserId;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The caller's conversations. */
@Authenticated
@Path("/conversations")
class ConversationsResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject ConversationRows rows;
  @Inject UnreadCounts unread;

  @GET
  public OverviewPage mine(
      @QueryParam("before") String before, @QueryParam("limit") String limitText)
      throws SQLException {
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    UserId reader = user.id();
    List<FoundWithMessage> found = rows.withLastMessages(reader, Cursor.parse(before), limit + 1);
    return found.size() > limit
        ? page(found.subList(0, limit), reader, Cursor.after(found.get(limit - 1).conversation()))
        : page(found, reader, null);
  }

  private OverviewPage page(List<FoundWithMessage> found, UserId reader, Cursor next)
      throws SQLException {
    Map<Mark, Integer> counts = unread.of(found.stream().map(one -> one.markOf(reader)).toList());
    return new OverviewPage(
        found.stream()
            .map(one -> Overview.of(one, reader, counts.getOrDefault(one.markOf(reader), 0)))
            .toList(),
        next != null,
        next == null ? null : next.toString());
  }
}
