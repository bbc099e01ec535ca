package dev.parley.bench.load;

import dev.parley.bench.client.Content;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Stopwatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends at a steady rate, without waiting for answers. A message carries the time at which it was
 * due, so a delay of the load generator or the server counts as latency.
 */
public final class OpenLoop extends Load {

  private static final double NANOS_IN_SECOND = 1e9;
  private static final long SHORTEST_PAUSE_NANOS = 500_000;

  private final double nanosBetween;
  private long begunAt;
  private long number;

  /**
   * @param perSecond messages a second from all senders together
   */
  public OpenLoop(Crowd crowd, Sending sending, double perSecond) {
    super(crowd, sending, new Stopwatch(crowd));
    this.nanosBetween = NANOS_IN_SECOND / perSecond;
  }

  @Override
  void begin() {
    begunAt = Content.now();
    tick();
  }

  private void tick() {
    if (!isRunning()) {
      return;
    }
    long now = Content.now();
    for (; dueAt() <= now; number++) {
      send(dueAt());
    }
    flush();
    var unused =
        crowd()
            .loop()
            .eventLoop()
            .schedule(
                this::tick,
                Math.max(SHORTEST_PAUSE_NANOS, dueAt() - Content.now()),
                TimeUnit.NANOSECONDS);
  }

  private long dueAt() {
    return begunAt + (long) (number * nanosBetween);
  }
}
