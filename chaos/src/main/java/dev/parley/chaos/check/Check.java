package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import java.util.List;

/** Looks for one kind of violation. Depends on the evidence alone. */
@FunctionalInterface
interface Check {
  List<Violation> of(Evidence evidence);
}
