package dev.parley.stack.edge;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * One process behind an upstream. It is avoided while it is not ready, and for some seconds after a
 * failure.
 */
final class Replica {

  private static final Duration AVOIDED = Duration.ofSeconds(3);
  private static final long NEVER = Long.MIN_VALUE;

  private final URI uri;
  private final BooleanSupplier ready;
  private final LongSupplier nanoClock;
  private final AtomicLong avoidedUntil = new AtomicLong(NEVER);

  Replica(URI uri, BooleanSupplier ready, LongSupplier nanoClock) {
    this.uri = uri;
    this.ready = ready;
    this.nanoClock = nanoClock;
  }

  String host() {
    return uri.getHost();
  }

  int port() {
    return uri.getPort();
  }

  void failed() {
    avoidedUntil.set(nanoClock.getAsLong() + AVOIDED.toNanos());
  }

  void answered() {
    avoidedUntil.set(NEVER);
  }

  boolean isAvoided() {
    long until = avoidedUntil.get();
    return !ready.getAsBoolean() || (until != NEVER && until - nanoClock.getAsLong() > 0);
  }
}
