package dev.parley.history.conversations;

import dev.parley.history.commands.Ack;
import dev.parley.history.commands.ChangeRequest;
import dev.parley.history.commands.ClientCommands;
import dev.parley.history.requests.Parameter;
import dev.parley.http.RequestFields;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.Notify;
import dev.parley.protocol.append.Act;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the current user wants to be notified of in a conversation. */
@Path("/conversations/{conversation}/settings")
@Authenticated
@RunOnVirtualThread
class SettingsResource {

  /** Later times could not be stored, or not be read by everybody. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  @Inject ClientCommands commands;

  @PUT
  @Operation(summary = "Says what you want to be notified of in a conversation")
  public Ack change(
      @PathParam("conversation") String conversation,
      @QueryParam("client_id") String clientIdOfQuery,
      String body)
      throws SQLException {
    ChangeRequest request = ChangeRequest.of(body, clientIdOfQuery);
    RequestFields fields = request.fields();
    String notify = fields.requiredString("notify");
    String mutedUntil = fields.optionalString("muted_until").orElse(null);
    ClientId clientId = request.clientId();
    Act act =
        new Act.ChangeSettings(
            Parameter.valid(() -> Notify.parse(notify)),
            mutedUntil == null ? null : time(mutedUntil));
    return commands.perform(Parameter.conversation(conversation), clientId, act);
  }

  private static Instant time(String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (time.isAfter(Instant.EPOCH) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException noTime) {
      // Answered like a time out of range.
    }
    throw Parameter.invalid(
        "muted_until must be a time like 2026-11-22T09:30:00Z, or null for not muted");
  }
}
