package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.ParleyServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Messages to everybody from new servers, whose JVMs still load and compile: their first minute,
 * compilers included, and a later one of the same servers under the same load.
 */
final class FirstMinute implements Procedure {

  private static final List<Integer> IN_FLIGHT = List.of(1, 8);
  private static final int LATER = 5;

  /** How many times the heat-up of other rows a minute is; a quick run has short minutes. */
  private static final double HEAT_UPS = 2.4;

  @Override
  public void run(Bench bench) {
    for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
      IN_FLIGHT.forEach(inFlight -> run(bench, inFlight));
    }
  }

  private static void run(Bench bench, int inFlight) {
    int receivers = bench.scale().receivers();
    try (ParleyServer young = bench.start(1);
        Crowd crowd = bench.crowdAtOnce(young, receivers);
        Crowd floor = bench.crowd(bench.floor(), receivers)) {
      for (int minute = 1; minute <= LATER; minute++) {
        Figures figures = aMinute(bench, crowd, young, inFlight);
        if (minute == 1 || minute == LATER) {
          String title =
              String.format(
                  Locale.ROOT,
                  "%,d receivers, %d in flight, minute %d",
                  receivers,
                  inFlight,
                  minute);
          bench.record(title, young, () -> figures);
          bench.record(
              title,
              bench.floor(),
              () -> Broadcasting.closedLoop(bench, floor, bench.floor(), inFlight));
        }
      }
    }
  }

  private static Figures aMinute(Bench bench, Crowd crowd, ParleyServer young, int inFlight) {
    Duration minute = Duration.ofMillis(Math.round(bench.scale().heatUp().toMillis() * HEAT_UPS));
    return Broadcasting.closedLoop(crowd, young, inFlight, Duration.ZERO, minute);
  }
}
