package dev.parley.bench.row;

import dev.parley.bench.client.ClientLoop;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.report.Figures;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Many users join within a short time, half of them with each protocol. */
final class JoinStorm implements Procedure {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** A user stays online for three seconds after the last socket closed (see configuration.md). */
  private static final Duration UNTIL_ALL_LEFT = Duration.ofSeconds(5);

  private static final double NANOS_IN_SECOND = 1e9;

  @Override
  public void run(Bench bench) {
    Scale scale = bench.scale();
    String title =
        String.format(
            Locale.ROOT,
            "%,d users within %.1f s",
            scale.joining(),
            scale.joinWithin().toMillis() / 1e3);
    storm(bench);
    for (int repetition = 0; repetition < scale.repetitions(); repetition++) {
      bench.record(title, bench.parley(), () -> storm(bench));
    }
  }

  private static Figures storm(Bench bench) {
    Pause.of(UNTIL_ALL_LEFT);
    bench.settle(bench.parley());
    int users = bench.scale().joining();
    try (Crowd crowd = Crowd.watching(bench.loop(), bench.parley().door(), users)) {
      CpuTime before = CpuTime.of(bench.parley().processes());
      long began = System.nanoTime();
      join(bench, crowd);
      crowd.await(
          () -> crowd.rosterWatch().everybodySeenAt() != 0, LIMIT, "not every list became correct");
      CpuTime used = CpuTime.of(bench.parley().processes()).since(before);
      long[] frames = crowd.textFrames();
      return Figures.none()
          .with(
              "s until all lists right",
              (crowd.rosterWatch().everybodySeenAt() - began) / NANOS_IN_SECOND)
          .with("frames per client", Arrays.stream(frames).average().orElse(0))
          .with("frames at most", (double) frames[frames.length - 1])
          .withCpu("CPU s", used, 1);
    }
  }

  /** Opens one connection after the other, at equal intervals. */
  private static void join(Bench bench, Crowd crowd) {
    ClientLoop loop = bench.loop();
    long nanosBetween = bench.scale().joinWithin().toNanos() / bench.scale().joining();
    loop.run(
        () -> {
          for (int user = 0; user < bench.scale().joining(); user++) {
            var unused =
                loop.eventLoop()
                    .schedule(crowd::openOne, user * nanosBetween, TimeUnit.NANOSECONDS);
          }
        });
  }
}
