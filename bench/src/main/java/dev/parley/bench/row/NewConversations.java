package dev.parley.bench.row;

import dev.parley.bench.client.Crowd;
import dev.parley.bench.load.ClosedLoop;
import dev.parley.bench.load.Sending;
import dev.parley.bench.load.ToOneAnother;
import dev.parley.bench.load.ToStrangers;
import dev.parley.bench.load.Trial;
import java.time.Duration;

/** Direct messages of which each is the first between its two users. */
final class NewConversations implements Procedure {

  @Override
  public void run(Bench bench) {
    int users = bench.scale().users();
    try (Crowd parley = bench.crowd(bench.parley(), users);
        Crowd floor = bench.crowd(bench.floor(), bench.floor().directDoor(), users)) {
      Sending strangers = new ToStrangers(parley);
      Sending anybody = new ToOneAnother(floor, bench.scale().pairs());
      HeatUp.with(bench, bench.parley(), time -> heatUp(bench, parley, strangers, time));
      for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
        Direct.saturate(bench, floor, bench.floor(), anybody);
        Direct.saturate(bench, parley, bench.parley(), strangers);
      }
    }
  }

  private static void heatUp(Bench bench, Crowd crowd, Sending strangers, Duration time) {
    var unused =
        new Trial(
                crowd, bench.parley().processes(), Direct.copies(crowd), false, Duration.ZERO, time)
            .under(new ClosedLoop(crowd, strangers, bench.scale().deep()));
  }
}
