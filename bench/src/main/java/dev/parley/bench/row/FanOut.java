package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.server.Server;
import java.util.List;
import java.util.Locale;

/** Messages to everybody, with various numbers of receivers and of messages in flight. */
final class FanOut implements Procedure {

  private static final List<Integer> IN_FLIGHT = List.of(1, 8, 64);

  @Override
  public void run(Bench bench) {
    bench.scale().fanOut().forEach(receivers -> run(bench, receivers));
  }

  private static void run(Bench bench, int receivers) {
    try (Crowd parley = bench.crowd(bench.parley(), receivers);
        Crowd floor = bench.crowd(bench.floor(), receivers)) {
      heatUp(bench, parley, bench.parley());
      heatUp(bench, floor, bench.floor());
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        IN_FLIGHT.forEach(
            number -> {
              measure(bench, parley, bench.parley(), number);
              measure(bench, floor, bench.floor(), number);
            });
      }
    }
  }

  private static void heatUp(Bench bench, Crowd crowd, Server server) {
    Broadcasting.heatUp(bench, crowd, server, IN_FLIGHT.getLast());
  }

  private static void measure(Bench bench, Crowd crowd, Server server, int inFlight) {
    bench.record(
        String.format(Locale.ROOT, "%,d receivers, %d in flight", crowd.clients().size(), inFlight),
        server,
        () -> Broadcasting.closedLoop(bench, crowd, server, inFlight));
  }
}
