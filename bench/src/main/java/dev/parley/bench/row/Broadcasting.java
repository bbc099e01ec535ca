package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Stopwatch;
import dev.parley.bench.load.ClosedLoop;
import dev.parley.bench.load.Load;
import dev.parley.bench.load.OpenLoop;
import dev.parley.bench.load.ToEverybody;
import dev.parley.bench.load.Trial;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.Server;
import java.time.Duration;

/** Measurements in which every client gets every message. */
final class Broadcasting {

  /** At a steady rate, this many messages may wait while the server pauses. */
  private static final int SENDERS_FOR = 256;

  private Broadcasting() {}

  static void heatUp(Bench bench, Crowd crowd, Server server, int inFlight) {
    HeatUp.with(
        bench,
        server,
        time -> {
          var unused =
              new Trial(crowd, server.processes(), Trial.ALL, false, Duration.ZERO, time)
                  .under(new ClosedLoop(crowd, ToEverybody.of(crowd, inFlight), inFlight));
        });
  }

  static Figures closedLoop(Bench bench, Crowd crowd, Server server, int inFlight) {
    Scale scale = bench.scale();
    return closedLoop(crowd, server, inFlight, scale.warmUp(), scale.measured());
  }

  static Figures closedLoop(
      Crowd crowd, Server server, int inFlight, Duration warmUp, Duration measured) {
    return figures(
        new Trial(crowd, server.processes(), Trial.ALL, false, warmUp, measured)
            .under(new ClosedLoop(crowd, ToEverybody.of(crowd, inFlight), inFlight)));
  }

  /** The same as a usual measurement, and times every delivery. */
  static Figures timedClosedLoop(Bench bench, Crowd crowd, Server server, int inFlight) {
    Load load = new ClosedLoop(crowd, ToEverybody.of(crowd, inFlight), inFlight);
    return withTimes(figures(trial(bench, crowd, server, true).under(load)), load.stopwatch());
  }

  /** Sends this many messages a second. */
  static Figures openLoop(Bench bench, Crowd crowd, Server server, double perSecond) {
    int senders = crowd.isOfParley() ? SENDERS_FOR : 1;
    Load load = new OpenLoop(crowd, ToEverybody.of(crowd, senders), perSecond);
    return withTimes(figures(trial(bench, crowd, server, true).under(load)), load.stopwatch());
  }

  private static Trial trial(Bench bench, Crowd crowd, Server server, boolean timed) {
    Scale scale = bench.scale();
    return new Trial(crowd, server.processes(), Trial.ALL, timed, scale.warmUp(), scale.measured());
  }

  private static Figures figures(Trial.Yield yield) {
    return Figures.none()
        .with("deliveries/s", yield.deliveries() / yield.seconds())
        .with("messages/s", yield.messages() / yield.seconds())
        .withCpuPerMillion(yield.cpu(), yield.deliveries());
  }

  static Figures withTimes(Figures figures, Stopwatch stopwatch) {
    return figures
        .with("p50 ms", stopwatch.millis(50))
        .with("p99 ms", stopwatch.millis(99))
        .with("p99.9 ms", stopwatch.millis(99.9));
  }
}
