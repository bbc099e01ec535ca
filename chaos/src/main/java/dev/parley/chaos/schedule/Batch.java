package dev.parley.chaos.schedule;

import java.time.Duration;
import java.util.List;

/**
 * Faults that may overlap, and the quiet time after the last of them.
 *
 * @param faults in the order of their beginning
 * @param lasting the time of the faults
 * @param absentUser whose clients go offline in the batch and come back after the quiet time
 */
public record Batch(List<PlannedFault> faults, Duration lasting, int absentUser) {
  public Batch {
    faults = List.copyOf(faults);
  }
}
