package dev.parley.http.drain;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finishes the requests that are in flight. Those that still come are served too, since a balancer
 * needs a moment to notice: the drain ends when there was no request for {@link #QUIET}. Every
 * answer meanwhile tells its client to use another connection, so that it goes elsewhere.
 */
@Singleton
@Priority(RequestDrain.LAST)
class RequestDrain implements Drain {

  static final int LAST = 1;

  private static final Duration QUIET = Duration.ofMillis(200);
  private static final Duration TICK = Duration.ofMillis(20);
  private static final int FIRST_OF_ALL = 100_000;

  private final RequestsInFlight requests = new RequestsInFlight(System.nanoTime());
  private final Draining draining;

  RequestDrain(Draining draining) {
    this.draining = draining;
  }

  void install(@Observes Filters filters) {
    filters.register(this::follow, FIRST_OF_ALL);
  }

  private void follow(RoutingContext context) {
    if (!isUpgrade(context)) {
      count(context);
      context.addHeadersEndHandler(headers -> askToGoElsewhere(context));
    }
    context.next();
  }

  /** What becomes a WebSocket is no longer a request. */
  private static boolean isUpgrade(RoutingContext context) {
    return context.request().headers().contains(HttpHeaders.UPGRADE);
  }

  private void count(RoutingContext context) {
    AtomicBoolean ended = new AtomicBoolean();
    requests.began();
    context.addEndHandler(
        end -> {
          if (ended.compareAndSet(false, true)) {
            requests.ended(System.nanoTime());
          }
        });
  }

  private void askToGoElsewhere(RoutingContext context) {
    if (draining.isUnderWay() && context.request().version() != HttpVersion.HTTP_2) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  @Override
  public void finish(Deadline deadline) throws InterruptedException {
    long begin = deadline.nanoClock().getAsLong();
    while (!isQuiet(begin, deadline.nanoClock().getAsLong()) && !deadline.isOver()) {
      Thread.sleep(TICK);
    }
  }

  /** A time without requests before the balancer could notice says nothing. */
  private boolean isQuiet(long begin, long now) {
    return Math.min(requests.quietNanos(now), now - begin) >= QUIET.toNanos();
  }
}
