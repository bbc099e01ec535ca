package dev.parley.chaos.evidence;

import java.util.List;
import java.util.Map;

/**
 * All that a run gathered. What is to be said about it follows from this alone.
 *
 * @param pictures what the database says that each conversation looks like
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

  /** Where only the log is known. */
  public Evidence(
      List<ClientLog> clients,
      StoredLog stored,
      List<FaultWindow> faults,
      List<QuietPeriod> quietPeriods) {
    this(clients, stored, stored.pictures(), faults, quietPeriods);
  }

  /** Whether something was at fault at any time from {@code begin} to {@code end}. */
  public boolean isFaulted(long begin, long end) {
    return faults.stream().anyMatch(fault -> fault.overlaps(begin, end));
  }
}
