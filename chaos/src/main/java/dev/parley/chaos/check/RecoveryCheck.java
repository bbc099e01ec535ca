package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.FaultWindow;
import java.util.List;

/** Every part that was killed, stopped or paused came back. */
final class RecoveryCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    return evidence.faults().stream()
        .filter(fault -> !fault.recovered())
        .map(RecoveryCheck::violation)
        .toList();
  }

  private static Violation violation(FaultWindow fault) {
    return new Violation(
        "recovery",
        "recovery",
        fault.to(),
        "%s did not come back after %s at %s."
            .formatted(fault.target(), fault.kind(), LogExcerpt.time(fault.from())),
        List.of("given up at " + LogExcerpt.time(fault.to())));
  }
}
