package dev.parley.chaos.check;

import java.util.HashSet;
import java.util.Set;

/** The places of one conversation, in the order in which a client was shown them. */
final class Run {

  private final Set<Long> missing = new HashSet<>();
  private long next;

  /**
   * @param next the place that is due; 0 accepts any place
   */
  Run(long next) {
    this.next = next;
  }

  Step take(long seq) {
    if (next == 0 || seq == next) {
      next = seq + 1;
      return Step.NEXT;
    }
    if (seq < next) {
      return missing.remove(seq) ? Step.LATE : Step.DUPLICATE;
    }
    for (long skipped = next; skipped < seq; skipped++) {
      missing.add(skipped);
    }
    next = seq + 1;
    return Step.GAP;
  }

  /** From now on, no place before this one is due. */
  void pass(long place) {
    next = place;
  }

  /** The place after the last one. */
  long next() {
    return next;
  }

  /** The places that were skipped and never came. */
  Set<Long> missing() {
    return missing;
  }
}
