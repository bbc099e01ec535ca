package dev.parley.chaos.evidence;

import java.util.List;

/** All that a run gathered. What is to be said about it follows from this alone. */
public record Evidence(
    List<ClientLog> clients,
    StoredLog stored,
    List<FaultWindow> faults,
    List<QuietPeriod> quietPeriods) {

  public Evidence {
    clients = List.copyOf(clients);
    faults = List.copyOf(faults);
    quietPeriods = List.copyOf(quietPeriods);
  }

  /** Whether something was at fault at any time from {@code begin} to {@code end}. */
  public boolean isFaulted(long begin, long end) {
    return faults.stream().anyMatch(fault -> fault.overlaps(begin, end));
  }
}
