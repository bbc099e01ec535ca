package dev.parley.history.rooms;

import dev.parley.history.accounts.KnownUsers;
import dev.parley.history.commands.Ack;
import dev.parley.history.commands.ChangeRequest;
import dev.parley.history.commands.ClientCommands;
import dev.parley.history.reads.Page;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.history.rooms.MemberPage.Member;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.Role;
import dev.parley.protocol.append.Act;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is in a room, and what they are in it. */
@Path("/rooms/{id}/members")
@Authenticated
@RunOnVirtualThread
class MembersResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @Inject CurrentUser user;
  @Inject RoomMembers members;
  @Inject KnownUsers users;
  @Inject ClientCommands commands;

  @GET
  @Operation(summary = "Lists a room's members, or those whose name contains a query")
  public MemberPage list(
      @PathParam("id") String id,
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("after") String after,
      @QueryParam("limit") String limitText)
      throws SQLException {
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    Page<Member> page =
        members.list(
            user.get(),
            Parameter.room(id),
            Parameter.text("query", query),
            Parameter.afterUser(after),
            limit);
    return new MemberPage(
        page.items(), page.hasMore(), page.hasMore() ? page.last().user().id() : null);
  }

  @PUT
  @Path("/{user}")
  @Operation(summary = "Adds a user to a room")
  public Ack add(
      @PathParam("id") String id,
      @PathParam("user") String userId,
      @QueryParam("client_id") String clientIdOfQuery,
      String body)
      throws SQLException {
    ClientId clientId = ChangeRequest.ofOptional(body, clientIdOfQuery).clientId();
    Act act = new Act.AddMember(users.require(Parameter.user(userId)));
    return commands.perform(Parameter.room(id), clientId, act);
  }

  @PATCH
  @Path("/{user}")
  @Operation(summary = "Changes a member's role")
  public Ack changeRole(
      @PathParam("id") String id,
      @PathParam("user") String userId,
      @QueryParam("client_id") String clientIdOfQuery,
      String body)
      throws SQLException {
    ChangeRequest request = ChangeRequest.of(body, clientIdOfQuery);
    String role = request.fields().requiredString("role");
    ClientId clientId = request.clientId();
    Act act = new Act.ChangeRole(Parameter.user(userId), Parameter.valid(() -> Role.parse(role)));
    return commands.perform(Parameter.room(id), clientId, act);
  }

  @DELETE
  @Path("/{user}")
  @Operation(summary = "Removes a member from a room")
  public Ack remove(
      @PathParam("id") String id,
      @PathParam("user") String userId,
      @QueryParam("client_id") String clientIdOfQuery)
      throws SQLException {
    ClientId clientId = ChangeRequest.ofOptional("", clientIdOfQuery).clientId();
    Act act = new Act.RemoveMember(Parameter.user(userId));
    return commands.perform(Parameter.room(id), clientId, act);
  }
}
