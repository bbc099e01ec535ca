package dev.parley.bench.row;

import dev.parley.bench.machine.CompilerTime;
import dev.parley.bench.server.Server;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Load that does not count, until the compilers of the servers' JVMs have little left to do. On the
 * core that all servers share, they would take up to half of the measured time; a server that has
 * run for an hour spends almost nothing on them.
 */
final class HeatUp {

  private static final int FIRST_STEPS = 5;
  private static final int MOST_STEPS = 15;
  private static final double QUIET_SHARE = 0.04;
  private static final double NANOS_IN_SECOND = 1e9;

  private HeatUp() {}

  /**
   * Takes {@link Scale#heatUp()}, and up to three times as long if the compilers are busy.
   *
   * @param load runs for the given time
   */
  static void with(Bench bench, Server server, Consumer<Duration> load) {
    Duration first = bench.scale().heatUp();
    Duration step = first.dividedBy(FIRST_STEPS);
    load.accept(first.minus(step));
    int steps = FIRST_STEPS;
    while (compilersAreBusy(server, step, load) && steps < MOST_STEPS) {
      steps++;
    }
  }

  private static boolean compilersAreBusy(Server server, Duration step, Consumer<Duration> load) {
    double before = CompilerTime.seconds(server.processes());
    long began = System.nanoTime();
    load.accept(step);
    double used = CompilerTime.seconds(server.processes()) - before;
    return used > QUIET_SHARE * (System.nanoTime() - began) / NANOS_IN_SECOND;
  }
}
