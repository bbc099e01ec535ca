package dev.parley.history.messages;

import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** Pages through a conversation, towards older or newer messages. */
@Authenticated
@Path("/conversations/{conversation}/messages")
class MessagesResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject MessageRows rows;

  @GET
  public MessagePage page(
      @PathParam("conversation") String conversationName,
      @QueryParam("before") String beforeText,
      @QueryParam("after") String afterText,
      @QueryParam("limit") String limitText) {
    ConversationId conversation = user.admittedTo(conversationName);
    Optional<Sequence> before = Parameter.sequence("before", beforeText);
    Optional<Sequence> after = Parameter.sequence("after", afterText);
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    if (before.isPresent() && after.isPresent()) {
      throw Parameter.invalid("Give before or after, not both");
    }
    return after
        .map(start -> newer(conversation, start, limit))
        .orElseGet(() -> older(conversation, before, limit));
  }

  private MessagePage newer(ConversationId conversation, Sequence start, int limit) {
    List<MessageRow> found = rows.after(conversation, start, limit + 1);
    boolean hasMore = found.size() > limit;
    return page(conversation, hasMore ? found.subList(0, limit) : found, hasMore);
  }

  private MessagePage older(ConversationId conversation, Optional<Sequence> end, int limit) {
    List<MessageRow> found =
        end.map(before -> rows.before(conversation, before, limit + 1))
            .orElseGet(() -> rows.latest(conversation, limit + 1));
    boolean hasMore = found.size() > limit;
    return page(conversation, hasMore ? found.subList(1, limit + 1) : found, hasMore);
  }

  private static MessagePage page(
      ConversationId conversation, List<MessageRow> rows, boolean hasMore) {
    return new MessagePage(
        rows.stream().map(row -> Message.of(row.in(conversation))).toList(), hasMore);
  }
}
