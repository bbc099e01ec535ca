package dev.parley.history.rooms;

import dev.parley.history.accounts.KnownUsers;
import dev.parley.history.commands.Ack;
import dev.parley.history.commands.ChangeRequest;
import dev.parley.history.commands.ClientCommands;
import dev.parley.history.reads.Page;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.history.rooms.BanPage.Ban;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.append.Act;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is kept out of a room. */
@Path("/rooms/{id}/bans")
@Authenticated
@RunOnVirtualThread
class BansResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject RoomBans bans;
  @Inject KnownUsers users;
  @Inject ClientCommands commands;

  @GET
  @Operation(summary = "Lists who is banned from a room, for its moderators")
  public BanPage list(
      @PathParam("id") String id,
      @QueryParam("after") String after,
      @QueryParam("limit") String limitText)
      throws SQLException {
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    Page<Ban> page = bans.list(user.get(), Parameter.room(id), Parameter.afterUser(after), limit);
    return new BanPage(
        page.items(), page.hasMore(), page.hasMore() ? page.last().user().id() : null);
  }

  @GET
  @Path("/{user}")
  @Operation(summary = "Tells whether a user is banned from a room, for its moderators")
  public Ban find(@PathParam("id") String id, @PathParam("user") String userId)
      throws SQLException {
    return bans.find(user.get(), Parameter.room(id), Parameter.user(userId))
        .orElseThrow(() -> new ParleyException(ErrorCode.NOT_FOUND));
  }

  @PUT
  @Path("/{user}")
  @Operation(summary = "Removes a user from a room and keeps them out")
  public Ack ban(
      @PathParam("id") String id,
      @PathParam("user") String userId,
      @QueryParam("client_id") String clientIdOfQuery,
      String body)
      throws SQLException {
    ClientId clientId = ChangeRequest.ofOptional(body, clientIdOfQuery).clientId();
    Act act = new Act.Ban(users.require(Parameter.user(userId)));
    return commands.perform(Parameter.room(id), clientId, act);
  }

  @DELETE
  @Path("/{user}")
  @Operation(summary = "Lets a banned user in again; it does not make them a member")
  public Ack unban(
      @PathParam("id") String id,
      @PathParam("user") String userId,
      @QueryParam("client_id") String clientIdOfQuery)
      throws SQLException {
    ClientId clientId = ChangeRequest.ofOptional("", clientIdOfQuery).clientId();
    Act act = new Act.Unban(Parameter.user(userId));
    return commands.perform(Parameter.room(id), clientId, act);
  }
}
