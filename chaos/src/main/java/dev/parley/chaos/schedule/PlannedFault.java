package dev.parley.chaos.schedule;

import java.time.Duration;
import java.util.Locale;

/**
 * One fault of a batch.
 *
 * @param after time since the beginning of the batch
 * @param lasting time until the part is started again or goes on
 */
public record PlannedFault(FaultKind kind, Target target, Duration after, Duration lasting) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s of %s for %.1f s", kind, target, lasting.toMillis() / 1000.0);
  }
}
