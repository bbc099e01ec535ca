package dev.parley.chaos.evidence;

import java.util.List;

/**
 * The time after a batch of faults. Times are nanoseconds since the run began.
 *
 * @param from the end of the last fault
 * @param to the beginning of the next batch, or the end of the run
 * @param presence what the clients showed once it was right, or when the time was up
 */
public record QuietPeriod(long from, long to, List<PresenceView> presence) {
  public QuietPeriod {
    presence = List.copyOf(presence);
  }
}
