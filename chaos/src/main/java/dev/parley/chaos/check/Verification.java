package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Checks the evidence of a run against every promise. */
public final class Verification {

  private static final List<Check> OF_WHAT_IS_KEPT =
      List.of(
          new RecoveryCheck(),
          new DensityCheck(),
          new StoredOnceCheck(),
          new AcknowledgedCheck(),
          new ShownIsStoredCheck(),
          new ExactlyOnceCheck(),
          new ConnectedRunCheck(),
          new RemovalCheck(),
          new SenderCheck(),
          new OutdatedTextCheck(),
          new PictureCheck(),
          new RefusalCheck());

  private static final List<Check> OF_TIME =
      List.of(new ConvergenceCheck(), new PresenceCheck(), new SilenceCheck(), new SessionCheck());

  private Verification() {}

  /** All violations, the earliest first; empty if all promises were kept. */
  public static List<Violation> of(Evidence evidence) {
    return sorted(Stream.of(OF_WHAT_IS_KEPT, OF_TIME).flatMap(List::stream), evidence);
  }

  /**
   * The same without the checks that depend on the speed of the machine: nothing is lost, repeated
   * or out of order.
   */
  public static List<Violation> regardlessOfTime(Evidence evidence) {
    return sorted(OF_WHAT_IS_KEPT.stream(), evidence);
  }

  private static List<Violation> sorted(Stream<Check> checks, Evidence evidence) {
    return checks
        .flatMap(check -> check.of(evidence).stream())
        .sorted(Comparator.comparingLong(Violation::at))
        .toList();
  }
}
