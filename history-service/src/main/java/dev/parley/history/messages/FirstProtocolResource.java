package dev.parley.history.messages;

import dev.parley.history.requests.CurrentUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.session.UserDirectory;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The latest messages, as the first protocol's clients ask for them. */
@Path("/messages")
@Authenticated
@RunOnVirtualThread
class FirstProtocolResource {

  private static final int LIMIT = 50;

  @Inject CurrentUser user;
  @Inject UserDirectory directory;
  @Inject FirstProtocolMessages messages;

  @GET
  @Path("/global")
  @Operation(summary = "Lists the last messages to everybody, for clients of the first protocol")
  public List<FirstProtocolMessage> global() throws SQLException {
    return messages.latest(ConversationId.GLOBAL, LIMIT);
  }

  @GET
  @Path("/direct/{username}")
  @Operation(
      summary = "Lists the last messages between two users, for clients of the first protocol")
  public List<FirstProtocolMessage> direct(@PathParam("username") String username)
      throws SQLException {
    return messages.latest(ConversationId.between(user.id(), find(username).id()), LIMIT);
  }

  /** The directory limits how long it takes. */
  private User find(String username) {
    return directory
        .find(username)
        .await()
        .indefinitely()
        .orElseThrow(
            () ->
                new ParleyException(
                    ErrorCode.USER_NOT_FOUND, "User %s not found".formatted(username)));
  }
}
