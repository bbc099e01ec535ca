package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.server.ParleyServer;
import java.util.Locale;

/** The same load on a Parley with one gateway and on one with two. */
final class Gateways implements Procedure {

  private static final int IN_FLIGHT = 64;

  @Override
  public void run(Bench bench) {
    int receivers = bench.scale().receivers();
    try (ParleyServer two = bench.start(2);
        Crowd ofOne = bench.crowd(bench.parley(), receivers);
        Crowd ofTwo = bench.crowd(two, receivers)) {
      Broadcasting.heatUp(bench, ofOne, bench.parley(), IN_FLIGHT);
      Broadcasting.heatUp(bench, ofTwo, two, IN_FLIGHT);
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        measure(bench, "one gateway", ofOne, bench.parley());
        measure(bench, "two gateways", ofTwo, two);
      }
    }
  }

  private static void measure(Bench bench, String title, Crowd crowd, ParleyServer parley) {
    bench.record(
        String.format(
            Locale.ROOT,
            "%s, %,d receivers, %d in flight",
            title,
            crowd.clients().size(),
            IN_FLIGHT),
        parley,
        () -> Broadcasting.closedLoop(bench, crowd, parley, IN_FLIGHT));
  }
}
