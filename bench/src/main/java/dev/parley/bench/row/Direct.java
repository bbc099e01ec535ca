package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.load.ClosedLoop;
import dev.parley.bench.load.Load;
import dev.parley.bench.load.OpenLoop;
import dev.parley.bench.load.Sending;
import dev.parley.bench.load.ToOneAnother;
import dev.parley.bench.load.Trial;
import dev.parley.bench.report.Figures;
import dev.parley.bench.server.Server;
import java.time.Duration;
import java.util.Locale;

/** Messages between random pairs of users. */
final class Direct implements Procedure {

  private static final double HALF = 0.5;
  private static final double SLOWEST_FIRST_MESSAGES_PER_SECOND = 200;

  @Override
  public void run(Bench bench) {
    int users = bench.scale().receivers();
    try (Crowd parley = bench.crowd(bench.parley(), users);
        Crowd floor = bench.crowd(bench.floor(), bench.floor().directDoor(), users)) {
      Sending pairs = new ToOneAnother(parley, bench.scale().pairs());
      Sending strangers = new ToOneAnother(floor, bench.scale().pairs());
      beginEveryConversation(bench, parley, pairs);
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        saturate(bench, floor, bench.floor(), strangers);
        double most = saturate(bench, parley, bench.parley(), pairs);
        atHalf(bench, parley, pairs, most * HALF);
      }
    }
  }

  /**
   * Sends the first message of each conversation, which costs more. The later ones are measured.
   */
  private static void beginEveryConversation(Bench bench, Crowd crowd, Sending pairs) {
    Load load = new ClosedLoop(crowd, pairs, bench.scale().deep());
    Duration limit =
        Duration.ofSeconds(
            (long) Math.ceil(bench.scale().pairs() / SLOWEST_FIRST_MESSAGES_PER_SECOND));
    crowd.startCounting();
    load.start();
    crowd.await(
        () -> load.sent() > bench.scale().pairs(), limit, "the conversations did not begin");
    load.stop();
    HeatUp.with(
        bench,
        bench.parley(),
        time -> {
          var unused =
              new Trial(
                      crowd, bench.parley().processes(), copies(crowd), false, Duration.ZERO, time)
                  .under(new ClosedLoop(crowd, pairs, bench.scale().deep()));
        });
  }

  /** Returns the messages a second; 0 without a result. */
  static double saturate(Bench bench, Crowd crowd, Server server, Sending sending) {
    double[] perSecond = {0};
    bench.record(
        String.format(
            Locale.ROOT, "%,d users, %d in flight", crowd.clients().size(), bench.scale().deep()),
        server,
        () -> {
          Figures figures =
              figures(
                  trial(bench, crowd, server, false)
                      .under(new ClosedLoop(crowd, sending, bench.scale().deep())));
          perSecond[0] = figures.values().get("messages/s");
          return figures;
        });
    return perSecond[0];
  }

  private static void atHalf(Bench bench, Crowd crowd, Sending pairs, double perSecond) {
    bench.record(
        String.format(Locale.ROOT, "%,d users, 50 %% of saturation", crowd.clients().size()),
        bench.parley(),
        () -> {
          Load load = new OpenLoop(crowd, pairs, Math.max(1, perSecond));
          return Broadcasting.withTimes(
              figures(trial(bench, crowd, bench.parley(), true).under(load)), load.stopwatch());
        });
  }

  private static Trial trial(Bench bench, Crowd crowd, Server server, boolean timed) {
    Scale scale = bench.scale();
    return new Trial(
        crowd, server.processes(), copies(crowd), timed, scale.warmUp(), scale.measured());
  }

  /** Parley sends a message back to its sender as well. */
  static int copies(Crowd crowd) {
    return crowd.isOfParley() ? 2 : 1;
  }

  private static Figures figures(Trial.Yield yield) {
    return Figures.none()
        .with("messages/s", yield.messages() / yield.seconds())
        .withCpuPerMillion(yield.cpu(), yield.messages());
  }
}
