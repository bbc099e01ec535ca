package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.client.frame.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** No {@code client_id} of a sender is stored twice, nor is a content that was sent with one. */
final class StoredOnceCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    Map<String, StoredEvent> byId = new HashMap<>();
    Map<String, StoredEvent> byContent = new HashMap<>();
    for (StoredEvent message : evidence.stored().events()) {
      if (message.clientId().isEmpty()) {
        continue;
      }
      StoredEvent first = byId.putIfAbsent(key(message), message);
      StoredEvent same =
          message.content().isEmpty() ? null : byContent.putIfAbsent(message.content(), message);
      if (first != null) {
        violations.add(violation("client_id " + message.clientId(), first, message));
      } else if (same != null) {
        violations.add(violation("content " + message.content(), same, message));
      }
    }
    return violations;
  }

  /** The messages of a sender have one set of ids, and all other commands another one. */
  private static String key(StoredEvent event) {
    boolean isMessage = event.event() instanceof Event.Posted;
    return event.senderId() + (isMessage ? "/" : "//") + event.clientId();
  }

  private static Violation violation(String what, StoredEvent first, StoredEvent second) {
    return new Violation(
        "stored once",
        "G4",
        second.createdAt(),
        String.format(
            Locale.ROOT,
            "The %s of %s is stored twice: %s seq %d and %s seq %d.",
            what,
            first.sender(),
            first.conversation(),
            first.seq(),
            second.conversation(),
            second.seq()),
        LogExcerpt.rows(Stream.of(first, second)).toList());
  }
}
