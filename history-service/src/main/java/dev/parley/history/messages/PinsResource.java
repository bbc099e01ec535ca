package dev.parley.history.messages;

import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Snapshots;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pinned messages of a conversation. */
@Path("/conversations/{conversation}/pins")
@Authenticated
@RunOnVirtualThread
class PinsResource {

  /** The append allows no more. */
  private static final int MAX_PINS = 100;

  @Inject CurrentUser user;
  @Inject Snapshots snapshots;

  @GET
  @Operation(summary = "Lists the pinned messages of a conversation")
  public Pins list(@PathParam("conversation") String name) throws SQLException {
    User reader = user.get();
    ConversationId conversation = Parameter.conversation(name);
    return snapshots.read(
        snapshot -> {
          Membership membership = Membership.of(reader, conversation, snapshot);
          return new Pins(
              new MessageReading(snapshot, membership, reader).pinned(MAX_PINS),
              membership.lastSeq());
        });
  }

  /**
   * {@code {"pins":[…],"as_of":821}}, the latest pin first.
   *
   * @param asOf the last event that this picture includes
   */
  @RegisterForReflection
  record Pins(List<PinnedMessage> pins, Sequence asOf) {}
}
