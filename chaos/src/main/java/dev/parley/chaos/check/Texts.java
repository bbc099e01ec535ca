package dev.parley.chaos.check;

import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.chaos.evidence.StoredLog;
import dev.parley.client.frame.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All texts that each message has had. */
final class Texts {

  private final Map<String, Set<String>> edits = new HashMap<>();

  Texts(StoredLog stored) {
    for (StoredEvent event : stored.events()) {
      if (event.event() instanceof Event.Edited edit) {
        edits
            .computeIfAbsent(key(event.conversation(), edit.target()), any -> new HashSet<>())
            .add(event.clientId());
      }
    }
  }

  /** Whether a message or an edit ever showed this text. */
  boolean were(StoredEvent row, String text) {
    if (row.event() instanceof Event.Edited) {
      return row.clientId().equals(text);
    }
    Set<String> later = edits.getOrDefault(key(row.conversation(), row.seq()), Set.of());
    boolean hasChanged = !later.isEmpty() || !row.isReadable();
    return row.content().equals(text)
        || (hasChanged && row.clientId().equals(text))
        || later.contains(text);
  }

  private static String key(String conversation, long seq) {
    return conversation + "/" + seq;
  }
}
