package dev.parley.history.feed;

import dev.parley.history.requests.Parameter;
import dev.parley.protocol.internal.ReadFeed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@link ReadFeed}: how gateways learn of what they were not told. */
@Path("/internal/feed")
class FeedResource {

  @Inject SharedFeed feed;

  @GET
  public Uni<ReadFeed.Answer> since(@QueryParam("since") String since) {
    return Uni.createFrom().completionStage(feed.since(instant(since)));
  }

  /** Who asks for the first time has no time of ours. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw Parameter.invalid("since must be a time like 2026-01-02T03:04:05.678901Z");
    }
  }
}
