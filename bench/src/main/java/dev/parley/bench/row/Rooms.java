package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.load.ClosedLoop;
import dev.parley.bench.load.Load;
import dev.parley.bench.load.OpenLoop;
import dev.parley.bench.load.ToRooms;
import dev.parley.bench.load.Trial;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.RoomPlan;
import java.time.Duration;
import java.util.Locale;

/** Messages to random rooms from users who are in many of them. */
final class Rooms implements Procedure {

  private static final long FIRST_ROOM = 1_000_000;
  private static final int FIRST_USER = 20_000;
  private static final int MEMBERS = 25;
  private static final double HALF = 0.5;

  @Override
  public void run(Bench bench) {
    RoomPlan plan = new RoomPlan(FIRST_ROOM, FIRST_USER, bench.scale().receivers(), MEMBERS);
    try (Crowd crowd =
        bench.crowd(bench.parley(), bench.parley().createRooms(plan), plan.users())) {
      ToRooms sending = new ToRooms(crowd, plan);
      HeatUp.with(
          bench,
          bench.parley(),
          time -> {
            var unused =
                trial(bench, crowd, false, Duration.ZERO, time)
                    .under(new ClosedLoop(crowd, sending, bench.scale().deep()));
          });
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        double most = saturate(bench, crowd, sending, plan);
        atHalf(bench, crowd, sending, plan, most * HALF);
      }
    }
  }

  /** Returns the messages a second; 0 without a result. */
  private static double saturate(Bench bench, Crowd crowd, ToRooms sending, RoomPlan plan) {
    double[] perSecond = {0};
    int inFlight = bench.scale().deep();
    bench.record(
        title(plan, String.format(Locale.ROOT, "%d in flight", inFlight)),
        bench.parley(),
        () -> {
          Figures figures =
              figures(trial(bench, crowd, false).under(new ClosedLoop(crowd, sending, inFlight)));
          perSecond[0] = figures.values().get("messages/s");
          return figures;
        });
    return perSecond[0];
  }

  private static void atHalf(
      Bench bench, Crowd crowd, ToRooms sending, RoomPlan plan, double perSecond) {
    bench.record(
        title(plan, "50 % of saturation"),
        bench.parley(),
        () -> {
          Load load = new OpenLoop(crowd, sending, Math.max(1, perSecond));
          return Broadcasting.withTimes(
              figures(trial(bench, crowd, true).under(load)), load.stopwatch());
        });
  }

  private static String title(RoomPlan plan, String what) {
    return String.format(
        Locale.ROOT,
        "%,d users in %d of %,d rooms each, %s",
        plan.users(),
        plan.roomsOfEach(),
        plan.rooms(),
        what);
  }

  private static Trial trial(Bench bench, Crowd crowd, boolean timed) {
    return trial(bench, crowd, timed, bench.scale().warmUp(), bench.scale().measured());
  }

  private static Trial trial(
      Bench bench, Crowd crowd, boolean timed, Duration warmUp, Duration measured) {
    return new Trial(crowd, bench.parley().processes(), MEMBERS, timed, warmUp, measured);
  }

  private static Figures figures(Trial.Yield yield) {
    return Figures.none()
        .with("messages/s", yield.messages() / yield.seconds())
        .with("deliveries/s", yield.deliveries() / yield.seconds())
        .withCpuPerMillion(yield.cpu(), yield.deliveries());
  }
}
