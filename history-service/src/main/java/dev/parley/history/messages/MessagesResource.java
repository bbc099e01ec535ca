package dev.parley.history.messages;

import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Snapshots;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pages through the messages of a conversation as they are now. */
@Path("/conversations/{conversation}/messages")
@Authenticated
@RunOnVirtualThread
class MessagesResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject Snapshots snapshots;

  @GET
  @Operation(
      summary = "Lists messages as they are now: the last ones, or before, after, around one")
  public MessagePage page(
      @PathParam("conversation") String name,
      @QueryParam("before") String beforeText,
      @QueryParam("after") String afterText,
      @QueryParam("around") String aroundText,
      @QueryParam("limit") String limitText)
      throws SQLException {
    ConversationId conversation = Parameter.conversation(name);
    Optional<Sequence> before = Parameter.sequence("before", beforeText);
    Optional<Sequence> after = Parameter.sequence("after", afterText);
    Optional<Sequence> around = Parameter.sequence("around", aroundText);
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    if (Stream.of(before, after, around).filter(Optional::isPresent).count() > 1) {
      throw Parameter.invalid("Give only one of before, after and around");
    }
    User reader = user.get();
    return snapshots.read(
        snapshot -> {
          Membership membership = Membership.of(reader, conversation, snapshot);
          MessageReading reading = new MessageReading(snapshot, membership, reader);
          if (after.isPresent()) {
            Excerpt excerpt = Excerpt.after(reading, after.get().value(), limit);
            return MessagePage.towardsNewer(excerpt, membership);
          }
          return MessagePage.towardsOlder(older(reading, before, around, limit), membership);
        });
  }

  private static Excerpt older(
      MessageReading reading, Optional<Sequence> before, Optional<Sequence> around, int limit)
      throws SQLException {
    if (around.isPresent()) {
      return Excerpt.around(reading, around.get().value(), limit);
    }
    return before.isPresent()
        ? Excerpt.before(reading, before.get().value(), limit)
        : Excerpt.latest(reading, limit);
  }
}
