package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.server.Server;
import java.util.Locale;

/** Messages to everybody, with so many in flight that the server never waits for one. */
final class Saturation implements Procedure {

  static final String TITLE = "%,d receivers, %d in flight";

  @Override
  public void run(Bench bench) {
    int receivers = bench.scale().receivers();
    try (Crowd parley = bench.crowd(bench.parley(), receivers);
        Crowd floor = bench.crowd(bench.floor(), receivers)) {
      Broadcasting.heatUp(bench, parley, bench.parley(), bench.scale().deep());
      Broadcasting.heatUp(bench, floor, bench.floor(), bench.scale().deep());
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        measure(bench, parley, bench.parley());
        measure(bench, floor, bench.floor());
      }
    }
  }

  private static void measure(Bench bench, Crowd crowd, Server server) {
    int inFlight = bench.scale().deep();
    bench.record(
        String.format(Locale.ROOT, TITLE, crowd.clients().size(), inFlight),
        server,
        () -> Broadcasting.closedLoop(bench, crowd, server, inFlight));
  }
}
