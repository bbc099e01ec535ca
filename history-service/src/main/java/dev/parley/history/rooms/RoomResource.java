package dev.parley.history.rooms;

import dev.parley.history.commands.Ack;
import dev.parley.history.commands.ChangeRequest;
import dev.parley.history.commands.ClientCommands;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One room: its settings, and coming and going. */
@Path("/rooms/{id}")
@Authenticated
@RunOnVirtualThread
class RoomResource {

  @Inject CurrentUser user;
  @Inject OwnRoom ownRoom;
  @Inject ClientCommands commands;

  @GET
  @Operation(summary = "Returns a room's settings, and where you stand in it")
  public Room get(@PathParam("id") String id) throws SQLException {
    return ownRoom.of(user.get(), Parameter.room(id));
  }

  @PATCH
  @Operation(summary = "Changes the settings that the body names")
  public Ack change(
      @PathParam("id") String id, @QueryParam("client_id") String clientIdOfQuery, String body)
      throws SQLException {
    ChangeRequest request = ChangeRequest.of(body, clientIdOfQuery);
    RoomSettings settings = RoomSettings.in(request.fields());
    return perform(id, request, settings.toAct());
  }

  @POST
  @Path("/archive")
  @Operation(summary = "Archives a room: its members can read it, and nobody can change it")
  public Ack archive(
      @PathParam("id") String id, @QueryParam("client_id") String clientIdOfQuery, String body)
      throws SQLException {
    return perform(id, ChangeRequest.ofOptional(body, clientIdOfQuery), RoomSettings.archived());
  }

  @POST
  @Path("/unarchive")
  @Operation(summary = "Opens an archived room again, under another name where the body has one")
  public Ack unarchive(
      @PathParam("id") String id, @QueryParam("client_id") String clientIdOfQuery, String body)
      throws SQLException {
    ChangeRequest request = ChangeRequest.ofOptional(body, clientIdOfQuery);
    return perform(id, request, RoomSettings.unarchived(request.fields()));
  }

  @POST
  @Path("/join")
  @Operation(summary = "Makes you a member of a public room")
  public Ack join(
      @PathParam("id") String id, @QueryParam("client_id") String clientIdOfQuery, String body)
      throws SQLException {
    return perform(id, ChangeRequest.ofOptional(body, clientIdOfQuery), new Act.Join());
  }

  @POST
  @Path("/leave")
  @Operation(summary = "Ends your membership; the last owner names a successor")
  public Ack leave(
      @PathParam("id") String id, @QueryParam("client_id") String clientIdOfQuery, String body)
      throws SQLException {
    ChangeRequest request = ChangeRequest.ofOptional(body, clientIdOfQuery);
    Long successor = request.fields().optionalInteger("successor").orElse(null);
    request.fields().check();
    UserId named = successor == null ? null : Parameter.user(successor);
    return perform(id, request, new Act.Leave(named));
  }

  private Ack perform(String id, ChangeRequest request, Act act) throws SQLException {
    ClientId clientId = request.clientId();
    return commands.perform(Parameter.room(id), clientId, act);
  }
}
