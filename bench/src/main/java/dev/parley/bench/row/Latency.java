package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.Server;
import java.util.List;
import java.util.Locale;

/**
 * Times from sending until each receiver has the message, in a small and slow chat and at fractions
 * of saturation.
 */
final class Latency implements Procedure {

  private static final double SLOWLY = 20;
  private static final List<Integer> SHARES = List.of(25, 50, 80);
  private static final double PERCENT = 100;

  @Override
  public void run(Bench bench) {
    inASmallChat(bench);
    nearSaturation(bench);
  }

  private static void inASmallChat(Bench bench) {
    int receivers = bench.scale().fewReceivers();
    try (Crowd parley = bench.crowd(bench.parley(), receivers);
        Crowd floor = bench.crowd(bench.floor(), receivers)) {
      heatUp(bench, parley, bench.parley());
      heatUp(bench, floor, bench.floor());
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        slowly(bench, parley, bench.parley());
        slowly(bench, floor, bench.floor());
      }
    }
  }

  /**
   * First with many in flight, then one by one like the measured messages, because those take other
   * paths.
   */
  private static void heatUp(Bench bench, Crowd crowd, Server server) {
    Broadcasting.heatUp(bench, crowd, server, bench.scale().deep());
    Broadcasting.heatUp(bench, crowd, server, 1);
  }

  private static void slowly(Bench bench, Crowd crowd, Server server) {
    bench.record(
        String.format(
            Locale.ROOT, "%,d receivers, %.0f messages/s", crowd.clients().size(), SLOWLY),
        server,
        () -> Broadcasting.openLoop(bench, crowd, server, SLOWLY));
  }

  /** A fraction of the saturation that the same crowd just showed. */
  private static void nearSaturation(Bench bench) {
    int receivers = bench.scale().receivers();
    try (Crowd crowd = bench.crowd(bench.parley(), receivers)) {
      Broadcasting.heatUp(bench, crowd, bench.parley(), bench.scale().deep());
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        Figures most = Broadcasting.closedLoop(bench, crowd, bench.parley(), bench.scale().deep());
        double messagesPerSecond = most.values().get("messages/s");
        SHARES.forEach(share -> atShare(bench, crowd, share, messagesPerSecond));
      }
    }
  }

  private static void atShare(Bench bench, Crowd crowd, int share, double saturation) {
    bench.record(
        String.format(
            Locale.ROOT, "%,d receivers, %d %% of saturation", crowd.clients().size(), share),
        bench.parley(),
        () -> Broadcasting.openLoop(bench, crowd, bench.parley(), saturation * share / PERCENT));
  }
}
