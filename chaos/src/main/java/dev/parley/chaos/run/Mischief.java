package dev.parley.chaos.run;

import dev.parley.chaos.client.Device;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What users do besides talking while parts fail: they lose their network and log out. */
final class Mischief implements AutoCloseable {

  private static final long GAP_SECONDS = 4;
  private static final int DROPS_FOR_EACH_END = 3;

  private final Crowd crowd;
  private final Random random;
  private final ScheduledExecutorService timer;
  private Repeating repeating;
  private int deeds;

  Mischief(Crowd crowd, Random random, ScheduledExecutorService timer) {
    this.crowd = crowd;
    this.random = random;
    this.timer = timer;
  }

  void begin() {
    repeating = Repeating.every(TimeUnit.SECONDS.toMicros(GAP_SECONDS), this::act, timer);
  }

  private void act() {
    deeds++;
    if (deeds % (DROPS_FOR_EACH_END + 1) == 0) {
      endOneSession(crowd, random);
    } else {
      crowd.clients().get(random.nextInt(crowd.clients().size())).drop();
    }
  }

  /**
   * A user with two devices logs the second one out from the first. A user with one device logs
   * out.
   */
  static void endOneSession(Crowd crowd, Random random) {
    List<Device> devices = crowd.clientsOf(random.nextInt(crowd.accounts().size()));
    Optional<Device> first =
        devices.size() > 1 ? Optional.of(devices.getFirst()) : Optional.empty();
    devices.getLast().endSession(first);
  }

  @Override
  public void close() {
    repeating.close();
  }
}
