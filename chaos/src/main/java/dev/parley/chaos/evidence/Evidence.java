package dev.parley.chaos.evidence;

import java.util.List;
import java.util.Map;

/**
 * Everything that a run gathered. The judgement depends on nothing else.
 *
 * @param pictures how each conversation looks according to the database
 */
public record Evidence(
    List<ClientLog> clients,
    StoredLog stored,
    Map<String, Picture> pictures,
    List<FaultWindow> faults,
    List<QuietPeriod> quietPeriods) {

  public Evidence {
    clients = List.copyOf(clients);
    pictures = Map.copyOf(pictures);
    faults = List.copyOf(faults);
    quietPeriods = List.copyOf(quietPeriods);
  }

  /** For evidence that has only the log. */
  public Evidence(
      List<ClientLog> clients,
      StoredLog stored,
      List<FaultWindow> faults,
      List<QuietPeriod> quietPeriods) {
    this(clients, stored, stored.pictures(), faults, quietPeriods);
  }

  /** Whether there was a fault between {@code begin} and {@code end}. */
  public boolean isFaulted(long begin, long end) {
    return faults.stream().anyMatch(fault -> fault.overlaps(begin, end));
  }
}
