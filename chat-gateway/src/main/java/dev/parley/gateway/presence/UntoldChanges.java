package dev.parley.gateway.presence;

import dev.parley.protocol.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients have yet to be told: of each user the last change alone. Who left and came back
 * meanwhile has come, for whoever was told the whole list in between; one frame with both would
 * mean either. Not thread-safe; {@link Presence} guards it.
 */
final class UntoldChanges {

  private final Map<UserId, RosterChange> lastOnes = new LinkedHashMap<>();

  void add(List<RosterChange> changes) {
    for (RosterChange change : changes) {
      lastOnes.remove(change.user().id());
      lastOnes.put(change.user().id(), change);
    }
  }

  boolean isEmpty() {
    return lastOnes.isEmpty();
  }

  /** All of them, in their order; none is left. */
  List<RosterChange> takeAll() {
    List<RosterChange> all = List.copyOf(lastOnes.values());
    lastOnes.clear();
    return all;
  }
}
