package dev.parley.history.messages;

import dev.parley.history.requests.InternalBody;
import dev.parley.protocol.internal.ReadMessages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** {@link ReadMessages}: how gateways repair gaps and bring clients up to date. */
@Path("/internal/messages/read")
class InternalMessagesResource {

  @Inject MessageRanges ranges;
  @Inject InternalBody json;

  @POST
  @RunOnVirtualThread
  public ReadMessages.Answer read(String body) throws SQLException {
    ReadMessages.Request request = json.read(body, ReadMessages.Request.class);
    return new ReadMessages.Answer(ranges.read(request.ranges()));
  }
}
