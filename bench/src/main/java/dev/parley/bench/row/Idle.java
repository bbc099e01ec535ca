package dev.parley.bench.row;

import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.report.Figures;
import dev.parley.bench.report.Measurement;
import dev.parley.bench.server.UpCommand;
import dev.parley.stack.run.Pause;
import java.time.Duration;

/** What {@code ./parley up} takes while nobody is connected. */
final class Idle implements Procedure {

  /** How many times the heat-up of other rows it rests, and is then measured. */
  private static final int HEAT_UPS = 7;

  private static final double PERCENT = 100;
  private static final double MEGABYTE = 1024 * 1024;
  private static final double MILLIS_IN_SECOND = 1e3;

  @Override
  public void run(Bench bench) {
    Duration time = bench.scale().heatUp().multipliedBy(HEAT_UPS);
    for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
      bench.record("nobody is connected", Measurement.PARLEY, () -> measured(bench, time));
    }
  }

  private static Figures measured(Bench bench, Duration time) {
    try (UpCommand up = bench.up()) {
      Pause.of(time);
      CpuTime before = CpuTime.of(up.processes());
      Pause.of(time);
      CpuTime used = CpuTime.of(up.processes()).since(before);
      return Figures.none()
          .withCpu("CPU %", used, PERCENT * MILLIS_IN_SECOND / time.toMillis())
          .with("PSS MB", up.proportionalBytes() / MEGABYTE);
    }
  }
}
