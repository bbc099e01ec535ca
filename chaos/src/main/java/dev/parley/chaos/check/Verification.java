package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import java.util.Comparator;
import java.util.List;

/** Holds what a run gathered against every promise. */
public final class Verification {

  private static final List<Check> CHECKS =
      List.of(
          new RecoveryCheck(),
          new DensityCheck(),
          new StoredOnceCheck(),
          new AcknowledgedCheck(),
          new ShownIsStoredCheck(),
          new ExactlyOnceCheck(),
          new ConnectedRunCheck(),
          new ConvergenceCheck(),
          new PresenceCheck(),
          new SilenceCheck(),
          new RefusalCheck(),
          new SessionCheck());

  private Verification() {}

  /** The earliest first; empty where all promises were kept. */
  public static List<Violation> of(Evidence evidence) {
    return CHECKS.stream()
        .flatMap(check -> check.of(evidence).stream())
        .sorted(Comparator.comparingLong(Violation::at))
        .toList();
  }
}
