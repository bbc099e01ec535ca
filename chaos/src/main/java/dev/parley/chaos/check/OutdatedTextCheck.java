package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.client.frame.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * No client gets a text that was edited or deleted before its connection began: {@code resume}
 * shows the present state.
 */
final class OutdatedTextCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    Sightings sightings = new Sightings(evidence);
    Map<String, List<StoredEvent>> changes = changes(evidence);
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      Map<Integer, Long> openings =
          client
              .all(ClientEvent.Opened.class)
              .collect(
                  Collectors.toMap(ClientEvent::connection, ClientEvent::at, (one, other) -> one));
      client
          .all(ClientEvent.Delivered.class)
          .filter(shown -> !shown.content().isEmpty())
          .forEach(
              shown ->
                  overtaking(changes, shown)
                      .filter(
                          change ->
                              sightings.of(change.conversation(), change.seq())
                                  < openings.get(shown.connection()))
                      .map(change -> violation(evidence, client, shown, change))
                      .ifPresent(violations::add));
    }
    return violations;
  }

  /** The changes to the text of each message. */
  private static Map<String, List<StoredEvent>> changes(Evidence evidence) {
    Map<String, List<StoredEvent>> changes = new HashMap<>();
    for (StoredEvent event : evidence.stored().events()) {
      switch (event.event()) {
        case Event.Edited edit -> add(changes, edit.target(), event);
        case Event.Deleted deletion -> add(changes, deletion.target(), event);
        default -> {}
      }
    }
    return changes;
  }

  private static void add(Map<String, List<StoredEvent>> changes, long target, StoredEvent event) {
    changes
        .computeIfAbsent(event.conversation() + "/" + target, any -> new ArrayList<>())
        .add(event);
  }

  /** The first change that replaced or removed this text. */
  private static Optional<StoredEvent> overtaking(
      Map<String, List<StoredEvent>> changes, ClientEvent.Delivered shown) {
    long target = shown.seq();
    long textFrom = shown.seq();
    switch (shown.event()) {
      case Event.Edited edit -> target = edit.target();
      case Event.Posted posted ->
          textFrom = posted.contentSeq() == null ? shown.seq() : posted.contentSeq();
      default -> {}
    }
    long since = textFrom;
    return changes.getOrDefault(shown.conversation() + "/" + target, List.of()).stream()
        .filter(change -> change.seq() > since)
        .findFirst();
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, ClientEvent.Delivered shown, StoredEvent change) {
    return new Violation(
        "outdated text",
        "G5",
        shown.at(),
        String.format(
            Locale.ROOT,
            "%s was sent \"%s\" as %s seq %d, although seq %d had changed it before connection %d"
                + " began.",
            client.name(),
            shown.content(),
            shown.conversation(),
            shown.seq(),
            change.seq(),
            shown.connection()),
        LogExcerpt.around(evidence, client, shown.at(), LogExcerpt.in(shown.conversation())));
  }
}
