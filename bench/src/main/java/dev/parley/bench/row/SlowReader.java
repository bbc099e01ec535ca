package dev.parley.bench.row;

import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.VoidedException;
import dev.parley.bench.load.ClosedLoop;
import dev.parley.bench.load.Load;
import dev.parley.bench.load.ToOneUser;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.ParleyServer;
import java.time.Duration;
import java.util.Locale;

/** One client among many stops reading. Measures what the others notice, and how it ends. */
final class SlowReader implements Procedure {

  private static final int IN_FLIGHT = 64;
  private static final int TOO_SLOW = 4008;
  private static final int LONG_CONTENT_BYTES = 3_500;
  private static final int OVERFILL_BYTES = 10 * 1024 * 1024;
  private static final Duration OVERFILL_LIMIT = Duration.ofSeconds(40);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

  @Override
  public void run(Bench bench) {
    int receivers = bench.scale().receivers();
    ParleyServer parley = bench.parley();
    try (Crowd crowd = bench.crowd(parley, receivers)) {
      Broadcasting.heatUp(bench, crowd, parley, IN_FLIGHT);
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        bench.record(
            String.format(Locale.ROOT, "%,d readers", receivers),
            parley,
            () -> among(bench, crowd));
        bench.record(
            String.format(Locale.ROOT, "%,d readers, and one that stops", receivers),
            parley,
            () -> amongWithSlowOne(bench, crowd));
      }
    }
  }

  private static Figures among(Bench bench, Crowd crowd) {
    return Broadcasting.timedClosedLoop(bench, crowd, bench.parley(), IN_FLIGHT);
  }

  private static Figures amongWithSlowOne(Bench bench, Crowd crowd) {
    try (Crowd one = bench.crowd(bench.parley(), 1)) {
      Client slow = one.clients().getFirst();
      one.loop()
          .run(
              () -> {
                slow.mayClose();
                slow.stopReading();
              });
      Figures figures = among(bench, crowd);
      overfill(crowd);
      one.loop().run(slow::readAgain);
      one.await(() -> closeCode(one) != 0, CLOSE_LIMIT, "the slow reader was not closed");
      requireTooSlow(closeCode(one));
      return figures.with("closed with", TOO_SLOW);
    }
  }

  /**
   * Sends long messages to its user, more than the gateway and the network may hold for one client.
   */
  private static void overfill(Crowd crowd) {
    Load load = new ClosedLoop(crowd, new ToOneUser(crowd, LONG_CONTENT_BYTES), IN_FLIGHT);
    crowd.startCounting();
    load.start();
    crowd.await(
        () -> load.complete() > OVERFILL_BYTES / LONG_CONTENT_BYTES,
        OVERFILL_LIMIT,
        "the slow reader's bound was not reached in time");
    load.stop();
  }

  private static int closeCode(Crowd one) {
    return one.loop().call(() -> one.clients().getFirst().closeCode());
  }

  private static void requireTooSlow(int code) {
    if (code != TOO_SLOW) {
      throw new VoidedException(
          String.format(Locale.ROOT, "the slow reader was closed with %d", code));
    }
  }
}
