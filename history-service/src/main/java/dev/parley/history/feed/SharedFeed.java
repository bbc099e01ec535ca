package dev.parley.history.feed;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.internal.ReadFeed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One look at what was committed lately for all who ask at the same time: one query is under way,
 * and those who come meanwhile share the next, which goes back as far as any of them wants. So its
 * cost does not grow with the number of gateways. Thread-safe; never blocks its callers.
 */
@Singleton
class SharedFeed {

  private final PostgresFeed feed;
  private final Timer queries;
  private Look next;
  private boolean underWay;

  SharedFeed(PostgresFeed feed, MeterRegistry metrics) {
    this.feed = feed;
    this.queries =
        Timer.builder("parley.feed.query")
            .description("Time of one query for what was committed lately")
            .publishPercentileHistogram()
            .register(metrics);
  }

  /** Those who share one query, and how far back it goes; nowhere means as far as the feed goes. */
  private record Look(Optional<Instant> since, CompletableFuture<ReadFeed.Answer> answer) {

    Look reaching(Optional<Instant> other) {
      boolean goesBackFar = since.isEmpty() || other.isEmpty();
      return new Look(
          goesBackFar
              ? Optional.empty()
              : since.filter(mine -> mine.isBefore(other.get())).or(() -> other),
          answer);
    }
  }

  /**
   * Fails with {@code UNAVAILABLE} where PostgreSQL does not answer.
   *
   * @param since empty for all that the feed has
   */
  synchronized CompletableFuture<ReadFeed.Answer> since(Optional<Instant> since) {
    next = next == null ? new Look(since, new CompletableFuture<>()) : next.reaching(since);
    CompletableFuture<ReadFeed.Answer> answer = next.answer();
    begin();
    return answer;
  }

  private synchronized void begin() {
    if (underWay || next == null) {
      return;
    }
    Look look = next;
    next = null;
    underWay = true;
    Thread.ofVirtual().name("feed").start(() -> take(look));
  }

  private void take(Look look) {
    try {
      Timer.Sample start = Timer.start();
      ReadFeed.Answer answer = feed.since(look.since());
      start.stop(queries);
      finish();
      look.answer().complete(answer);
    } catch (SQLException | RuntimeException failure) {
      finish();
      look.answer().completeExceptionally(new ParleyException(ErrorCode.UNAVAILABLE, failure));
    }
  }

  private synchronized void finish() {
    underWay = false;
    begin();
  }
}
