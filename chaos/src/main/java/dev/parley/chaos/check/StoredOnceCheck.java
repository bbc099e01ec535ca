package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** No {@code client_id} of a sender is stored twice, and neither is what was sent with one. */
final class StoredOnceCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    Map<String, StoredMessage> byId = new HashMap<>();
    Map<String, StoredMessage> byContent = new HashMap<>();
    for (StoredMessage message : evidence.stored().messages()) {
      if (message.clientId().isEmpty()) {
        continue;
      }
      StoredMessage first =
          byId.putIfAbsent(message.senderId() + "/" + message.clientId(), message);
      StoredMessage same = byContent.putIfAbsent(message.content(), message);
      if (first != null) {
        violations.add(violation("client_id " + message.clientId(), first, message));
      } else if (same != null) {
        violations.add(violation("content " + message.content(), same, message));
      }
    }
    return violations;
  }

  private static Violation violation(String what, StoredMessage first, StoredMessage second) {
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
