package dev.parley.chaos.schedule;

import java.time.Duration;
import java.util.List;

/**
 * Faults that may overlap, and the quiet time after the last of them.
 *
 * @param faults in the order in which they begin
 * @param lasting how long the faults take together
 * @param absentUser this user's clients go offline in the batch and come back after the quiet time
 */
public record Batch(List<PlannedFault> faults, Duration lasting, int absentUser) {
  public Batch {
    faults = List.copyOf(faults);
  }
}
