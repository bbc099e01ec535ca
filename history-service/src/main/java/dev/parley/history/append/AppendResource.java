package dev.parley.history.append;

import dev.parley.history.requests.InternalBody;
import dev.parley.protocol.internal.AppendMessages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** {@link AppendMessages}: how gateways store messages. */
@Path("/internal/messages")
class AppendResource {

  @Inject GroupCommit commits;
  @Inject InternalBody json;
  @Inject AppendSpans spans;

  /** On the event loop; the writer does the waiting. */
  @POST
  public Uni<AppendMessages.Answer> append(String body) {
    AppendMessages.Request request = json.read(body, AppendMessages.Request.class);
    return spans.around(
        request,
        Uni.createFrom()
            .completionStage(() -> commits.append(request.messages()))
            .map(AppendMessages.Answer::new));
  }
}
