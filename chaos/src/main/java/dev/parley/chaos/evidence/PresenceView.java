package dev.parley.chaos.evidence;

import java.util.Set;

/**
 * Who is online according to one client, and who really has an open connection.
 *
 * @param at nanoseconds since the run began
 */
public record PresenceView(long at, String client, Set<String> shown, Set<String> connected) {
  public PresenceView {
    shown = Set.copyOf(shown);
    connected = Set.copyOf(connected);
  }

  public boolean isRight() {
    return shown.equals(connected);
  }
}
