package dev.parley.history.feed;

import dev.parley.history.requests.Parameter;
import dev.parley.protocol.internal.ReadFeed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** {@link ReadFeed}: gateways learn here of messages that did not reach them. */
@Path("/internal/feed")
class FeedResource {

  @Inject SharedFeed feed;

  @GET
  public Uni<ReadFeed.Answer> after(@QueryParam("after") String after) {
    return Uni.createFrom().completionStage(feed.after(cursor(after)));
  }

  private static Optional<FeedCursor> cursor(String text) {
    try {
      return Optional.ofNullable(text).map(FeedCursor::parse);
    } catch (IllegalArgumentException e) {
      throw Parameter.invalid("after: " + e.getMessage());
    }
  }
}
