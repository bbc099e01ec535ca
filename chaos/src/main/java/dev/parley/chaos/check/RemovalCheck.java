package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.Membership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * No client gets an event of a room while its user is outside. After joining, a user may read what
 * happened before.
 */
final class RemovalCheck implements Check {

  /** How far the database's clock and the clients' clock may differ. */
  private static final long CLOCKS = 50_000_000L;

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      Map<String, Membership> memberships = new HashMap<>();
      client
          .all(ClientEvent.Delivered.class)
          .filter(shown -> !client.isIn(shown.conversation()))
          .filter(
              shown ->
                  !mayBeShown(
                      shown,
                      memberships.computeIfAbsent(
                          shown.conversation(),
                          room -> evidence.stored().membership(room, client.userId()))))
          .findFirst()
          .map(shown -> violation(evidence, client, shown))
          .ifPresent(violations::add);
    }
    return violations;
  }

  private static boolean mayBeShown(ClientEvent.Delivered shown, Membership membership) {
    return membership.includes(shown.seq())
        || membership
            .arrivalAfter(shown.seq())
            .filter(arrival -> arrival.createdAt() <= shown.at() + CLOCKS)
            .isPresent();
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, ClientEvent.Delivered shown) {
    List<String> lines =
        new ArrayList<>(
            LogExcerpt.rows(
                    evidence
                        .stored()
                        .membership(shown.conversation(), client.userId())
                        .turns()
                        .stream())
                .toList());
    lines.addAll(
        LogExcerpt.around(evidence, client, shown.at(), LogExcerpt.in(shown.conversation())));
    return new Violation(
        "removal",
        "G5",
        shown.at(),
        String.format(
            Locale.ROOT,
            "%s was shown %s seq %d, of a time when %s was not in that room.",
            client.name(),
            shown.conversation(),
            shown.seq(),
            client.username()),
        lines);
  }
}
