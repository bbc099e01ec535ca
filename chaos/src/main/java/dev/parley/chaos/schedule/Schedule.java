package dev.parley.chaos.schedule;

import dev.parley.chaos.ChaosOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** All faults of a run. The same seed, kinds and length give the same faults. */
public record Schedule(List<Batch> batches) {

  /** Within this time the clients must converge and presence must become right. */
  public static final Duration QUIET = Duration.ofSeconds(35);

  private static final Duration CYCLE = Duration.ofMinutes(2);
  private static final Duration SHORTEST_BATCH = Duration.ofSeconds(20);
  private static final long MEAN_GAP_MILLIS = 8_000;

  public Schedule {
    batches = List.copyOf(batches);
  }

  public static Schedule of(ChaosOptions options) {
    return options.slow()
        ? rolling(options.seed(), options.length(), options.users())
        : draw(options.seed(), options.kinds(), options.length(), options.users());
  }

  /** Gateways and history services are killed or stopped in turn. */
  static Schedule rolling(long seed, Duration length, int users) {
    Random random = new Random(seed);
    List<Target> inTurn =
        List.of(Target.GATEWAY_1, Target.GATEWAY_2, Target.HISTORY_1, Target.HISTORY_2);
    Duration lasting = lasting(length);
    List<Batch> batches = new ArrayList<>();
    for (int cycle = 0; cycle < cycles(length); cycle++) {
      List<PlannedFault> faults = new ArrayList<>();
      long after = random.nextLong(MEAN_GAP_MILLIS);
      for (int turn = 0; after < lasting.toMillis(); turn++) {
        Target target = inTurn.get(turn % inTurn.size());
        FaultKind kind = random.nextInt(4) > 0 ? FaultKind.DRAIN : FaultKind.killing(target);
        faults.add(new PlannedFault(kind, target, Duration.ofMillis(after), Duration.ZERO));
        after += MEAN_GAP_MILLIS + random.nextLong(MEAN_GAP_MILLIS);
      }
      batches.add(new Batch(faults, lasting, random.nextInt(users)));
    }
    return new Schedule(batches);
  }

  private static int cycles(Duration length) {
    return (int) Math.max(1, Math.round(length.toMillis() / (double) CYCLE.toMillis()));
  }

  private static Duration lasting(Duration length) {
    return longer(length.dividedBy(cycles(length)).minus(QUIET), SHORTEST_BATCH);
  }

  /**
   * @param users how many there are; the absent one is drawn from them
   */
  public static Schedule draw(long seed, Set<FaultKind> kinds, Duration length, int users) {
    Random random = new Random(seed);
    FaultBag bag = new FaultBag(kinds, random);
    Duration lasting = lasting(length);
    List<Batch> batches = new ArrayList<>();
    for (int cycle = 0; cycle < cycles(length); cycle++) {
      batches.add(new Batch(faults(bag, random, lasting), lasting, random.nextInt(users)));
    }
    return new Schedule(batches);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static List<PlannedFault> faults(FaultBag bag, Random random, Duration lasting) {
    int count = bag.isEmpty() ? 0 : (int) (lasting.toMillis() / MEAN_GAP_MILLIS);
    List<Duration> begins = new ArrayList<>();
    for (int fault = 0; fault < count; fault++) {
      begins.add(Duration.ofMillis(random.nextLong(lasting.toMillis())));
    }
    Collections.sort(begins);
    return begins.stream().map(bag::next).toList();
  }

  /** The faults of all batches, in order. */
  public List<PlannedFault> faults() {
    return batches.stream().flatMap(batch -> batch.faults().stream()).toList();
  }
}
