package dev.parley.history.append;

import dev.parley.history.requests.InternalBody;
import dev.parley.protocol.append.AppendCommands;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** {@link AppendCommands}: how gateways hand on commands. */
@Path("/internal/commands")
class AppendResource {

  @Inject GroupCommit commits;
  @Inject InternalBody json;
  @Inject AppendSpans spans;

  /** On the event loop; the writer does the waiting. */
  @POST
  public Uni<AppendCommands.Answer> append(String body) {
    AppendCommands.Request request = json.read(body, AppendCommands.Request.class);
    return spans.around(
        request,
        Uni.createFrom()
            .completionStage(() -> commits.append(request.commands()))
            .map(AppendCommands.Answer::new));
  }
}
