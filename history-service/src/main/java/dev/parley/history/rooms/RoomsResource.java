package dev.parley.history.rooms;

import dev.parley.history.accounts.KnownUsers;
import dev.parley.history.commands.Ack;
import dev.parley.history.commands.ChangeRequest;
import dev.parley.history.commands.ClientCommands;
import dev.parley.history.reads.Page;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Lists the rooms that the current user may know of, and creates new ones. */
@Path("/rooms")
@Authenticated
@RunOnVirtualThread
class RoomsResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  /** The transaction locks the inbox of each of them. */
  private static final int MAX_FIRST_MEMBERS = 100;

  @Inject CurrentUser user;
  @Inject RoomDirectory directory;
  @Inject OwnRoom ownRoom;
  @Inject KnownUsers users;
  @Inject ClientCommands commands;

  @GET
  @Operation(summary = "Lists public rooms and your own, or those whose name contains a query")
  public RoomPage list(
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("after") String after,
      @QueryParam("limit") String limitText)
      throws SQLException {
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    RoomCursor start = RoomCursor.parse(after);
    Page<Room> page = directory.list(user.id(), Parameter.text("query", query), start, limit);
    String next = page.hasMore() ? RoomCursor.after(page.last()).toString() : null;
    return new RoomPage(page.items(), page.hasMore(), next);
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Creates a room, which you own")
  public Room create(@QueryParam("client_id") String clientIdOfQuery, String body)
      throws SQLException {
    ChangeRequest request = ChangeRequest.of(body, clientIdOfQuery);
    RequestFields fields = request.fields();
    String name = fields.requiredString("name");
    String topic = fields.optionalString("topic").orElse("");
    String visibility = fields.requiredString("visibility");
    List<Long> members = fields.optionalIntegers("members");
    ClientId clientId = request.clientId();
    Act.CreateRoom act =
        new Act.CreateRoom(
            name,
            topic,
            Parameter.valid(() -> Visibility.parse(visibility)),
            users.require(firstMembers(members)));
    Ack ack = commands.perform(null, clientId, act);
    return ownRoom.of(user.get(), created(ack));
  }

  private static List<UserId> firstMembers(List<Long> ids) {
    if (ids.size() > MAX_FIRST_MEMBERS) {
      throw Parameter.invalid("members: at most 100; add the others to the room that you created");
    }
    return ids.stream().distinct().map(Parameter::user).toList();
  }

  /** A client could have used its {@code client_id} for something else before. */
  private static ConversationId.Room created(Ack ack) {
    if (ack.conversation() instanceof ConversationId.Room room) {
      return room;
    }
    throw Parameter.invalid("client_id: you used this one before, in " + ack.conversation());
  }
}
