package dev.parley.bench.load;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Stopwatch;

/**
 * Keeps a number of messages in flight over all senders. It sends the next one when one is complete
 * (see {@link Completions}), without waiting until every receiver has it.
 */
public final class ClosedLoop extends Load {

  private final int inFlight;

  public ClosedLoop(Crowd crowd, Sending sending, int inFlight) {
    super(crowd, sending, new Stopwatch(crowd));
    this.inFlight = inFlight;
  }

  @Override
  void begin() {
    fill();
  }

  @Override
  public void readComplete() {
    if (isRunning() && inFlight() < inFlight) {
      fill();
      flush();
    }
  }

  private void fill() {
    while (inFlight() < inFlight) {
      send();
    }
  }
}
