package dev.parley.history.events;

import dev.parley.history.requests.InternalBody;
import dev.parley.protocol.internal.ReadEvents;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** {@link ReadEvents}: how gateways repair gaps and bring clients up to date. */
@Path("/internal/events/read")
class InternalEventsResource {

  @Inject EventRanges ranges;
  @Inject InternalBody json;

  @POST
  @RunOnVirtualThread
  public ReadEvents.Answer read(String body) throws SQLException {
    ReadEvents.Request request = json.read(body, ReadEvents.Request.class);
    return new ReadEvents.Answer(ranges.read(request.ranges()));
  }
}
