package dev.parley.chaos.run;

import dev.parley.chaos.ChaosOptions;
import dev.parley.chaos.client.Device;
import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.client.Surroundings;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.PresenceView;
import dev.parley.chaos.evidence.QuietPeriod;
import dev.parley.chaos.schedule.Batch;
import dev.parley.chaos.schedule.Schedule;
import dev.parley.stack.LocalStack;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** The course of a run, from the first user to the last look into the database. */
final class Course {

  private static final Duration LAST_WORDS = Duration.ofSeconds(15);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration PRESENCE_SETTLES = Duration.ofSeconds(25);
  private static final Duration PRESENCE_SLACK = Duration.ofSeconds(3);
  private static final Duration SESSION_ENDS = Duration.ofSeconds(3);
  private static final int ENDED_SESSIONS = 2;

  private final ChaosOptions options;
  private final Surroundings surroundings;
  private final LocalStack stack;
  private final Faults faults;
  private final Random random;
  private final Consumer<String> progress;
  private final List<QuietPeriod> quietPeriods = new ArrayList<>();

  Course(
      ChaosOptions options,
      Surroundings surroundings,
      LocalStack stack,
      Faults faults,
      Random random,
      Consumer<String> progress) {
    this.options = options;
    this.surroundings = surroundings;
    this.stack = stack;
    this.faults = faults;
    this.random = random;
    this.progress = progress;
  }

  Evidence run(Schedule schedule) {
    Crowd crowd = Crowd.gather(options.users(), surroundings, random);
    progress.accept(
        String.format(Locale.ROOT, "%d clients are connected.", crowd.clients().size()));
    String run = String.format(Locale.ROOT, "%04x", random.nextInt(1 << 16));
    Recent recent = new Recent(new Random(random.nextLong()));
    try (Traffic traffic = traffic(crowd, recent, run);
        Deeds deeds = deeds(crowd, recent, run)) {
      traffic.begin();
      deeds.begin();
      Pause.of(WARM_UP);
      for (Batch batch : schedule.batches()) {
        fail(crowd, batch);
        rest(crowd, batch);
      }
    }
    crowd.letEverythingArrive(LAST_WORDS);
    crowd.lookUpBeginnings();
    Stored stored = Stored.read(stack.postgres(), clock());
    return new Evidence(
        crowd.logs(), stored.log(), stored.pictures(), faults.windows(), quietPeriods);
  }

  private Traffic traffic(Crowd crowd, Recent recent, String run) {
    return new Traffic(
        crowd,
        recent,
        new Random(random.nextLong()),
        run,
        options.messagesPerSecond(),
        options.slow(),
        surroundings.threads().timer());
  }

  private Deeds deeds(Crowd crowd, Recent recent, String run) {
    return new Deeds(
        crowd,
        recent,
        new Random(random.nextLong()),
        run,
        Math.max(1, options.messagesPerSecond() / 2),
        surroundings.threads().timer());
  }

  private void fail(Crowd crowd, Batch batch) {
    crowd.clientsOf(batch.absentUser()).forEach(Device::goAway);
    try (Mischief mischief =
        new Mischief(crowd, new Random(random.nextLong()), surroundings.threads().timer())) {
      mischief.begin();
      faults.run(batch);
    }
  }

  /**
   * No part is at fault now. Presence must become right, then some sessions end and the absent
   * users come back.
   */
  private void rest(Crowd crowd, Batch batch) {
    long from = clock().now();
    progress.accept(String.format(Locale.ROOT, "%7.1f s  quiet", from / 1e9));
    Pause.of(PRESENCE_SETTLES);
    Pause.until(() -> crowd.isPresenceRight(clock().now()), PRESENCE_SLACK);
    List<PresenceView> presence = crowd.presence(clock().now());
    for (int ended = 0; ended < ENDED_SESSIONS; ended++) {
      Mischief.endOneSession(crowd, random);
    }
    Pause.of(SESSION_ENDS);
    crowd.clientsOf(batch.absentUser()).forEach(Device::comeBack);
    Pause.of(Schedule.QUIET.minusNanos(clock().now() - from));
    quietPeriods.add(new QuietPeriod(from, clock().now(), presence));
  }

  private RunClock clock() {
    return surroundings.clock();
  }
}
