package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.client.frame.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In a room, nothing is stored of somebody who was not a member at that place. */
final class SenderCheck implements Check {

  private static final String ROOMS = "room-";

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    evidence
        .stored()
        .conversations()
        .forEach(
            (name, log) -> {
              if (name.startsWith(ROOMS)) {
                firstOfAnOutsider(log).map(SenderCheck::violation).ifPresent(violations::add);
              }
            });
    return violations;
  }

  /** Whoever comes by themself is a member from that event on, whoever goes up to it. */
  private static Optional<StoredEvent> firstOfAnOutsider(List<StoredEvent> log) {
    Set<Long> members = new HashSet<>();
    for (StoredEvent event : log) {
      if (event.event() instanceof Event.Joined joined) {
        members.add(joined.user().id());
      }
      if (event.senderId() != 0 && !members.contains(event.senderId())) {
        return Optional.of(event);
      }
      if (event.event() instanceof Event.Left left) {
        members.remove(left.user().id());
      }
    }
    return Optional.empty();
  }

  private static Violation violation(StoredEvent event) {
    return new Violation(
        "sender",
        "G5",
        event.createdAt(),
        String.format(
            Locale.ROOT,
            "%s was not a member of %s at seq %d, and made that event.",
            event.sender(),
            event.conversation(),
            event.seq()),
        LogExcerpt.rows(Stream.of(event)).toList());
  }
}
