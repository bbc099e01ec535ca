package dev.parley.chaos.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws each kind as often as its weight says, in random order, then starts again. So every kind
 * occurs.
 */
final class FaultBag {

  private static final int LONGEST_OUTAGE_MILLIS = 3_000;
  private static final int SHORTEST_PAUSE_MILLIS = 1_000;
  private static final int LONGEST_PAUSE_MILLIS = 12_000;

  private final Set<FaultKind> kinds;
  private final Random random;
  private final List<FaultKind> left = new ArrayList<>();

  FaultBag(Set<FaultKind> kinds, Random random) {
    this.kinds = kinds;
    this.random = random;
  }

  boolean isEmpty() {
    return kinds.isEmpty();
  }

  PlannedFault next(Duration after) {
    if (left.isEmpty()) {
      fill();
    }
    FaultKind kind = left.removeLast();
    return new PlannedFault(kind, target(kind), after, lasting(kind));
  }

  /** Starts with one of each, so that even a short run has every kind. */
  private void fill() {
    List<FaultKind> further = new ArrayList<>();
    List<FaultKind> first = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      if (kinds.contains(kind)) {
        first.add(kind);
        further.addAll(Collections.nCopies(kind.weight() - 1, kind));
      }
    }
    Collections.shuffle(further, random);
    Collections.shuffle(first, random);
    left.addAll(further);
    left.addAll(first);
  }

  private Target target(FaultKind kind) {
    return switch (kind) {
      case GATEWAY -> one(Target.GATEWAY_1, Target.GATEWAY_2);
      case HISTORY -> one(Target.HISTORY_1, Target.HISTORY_2);
      case AUTH -> one(Target.AUTH_1, Target.AUTH_2);
      case REDIS -> Target.REDIS;
      case POSTGRES -> Target.POSTGRES;
      case PAUSE -> one(Target.values());
      case DRAIN ->
          one(
              Target.GATEWAY_1,
              Target.GATEWAY_2,
              Target.HISTORY_1,
              Target.HISTORY_2,
              Target.AUTH_1,
              Target.AUTH_2);
    };
  }

  private Target one(Target... among) {
    return among[random.nextInt(among.length)];
  }

  private Duration lasting(FaultKind kind) {
    int millis =
        kind == FaultKind.PAUSE
            ? random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)
            : random.nextInt(LONGEST_OUTAGE_MILLIS);
    return Duration.ofMillis(millis);
  }
}
