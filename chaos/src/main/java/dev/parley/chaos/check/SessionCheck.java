package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sockets of an ended session close, and no new ones open: within 2 seconds if no part was at
 * fault at the time, otherwise within 65. The server never calls a valid session invalid.
 */
final class SessionCheck implements Check {

  private static final int SESSION_NOT_VALID = 4001;

  /** The clients send no Origin, and a user never has more than two sockets. */
  private static final Set<Integer> FINAL = Set.of(4011, 1008);

  private static final long SECOND = 1_000_000_000L;
  private static final long QUIET_LIMIT = 2 * SECOND;
  private static final long FAULTED_LIMIT = 65 * SECOND;

  /** A fault that ended shortly before may still have effects. */
  private static final long AFTERMATH = 10 * SECOND;

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      violations.addAll(of(evidence, client));
    }
    return violations;
  }

  private static List<Violation> of(Evidence evidence, ClientLog client) {
    List<Violation> violations = new ArrayList<>();
    Map<Integer, Long> ended = new HashMap<>();
    client
        .all(ClientEvent.SessionEnded.class)
        .forEach(end -> ended.putIfAbsent(end.session(), end.at()));
    Set<Integer> requested =
        client
            .all(ClientEvent.EndRequested.class)
            .map(ClientEvent.EndRequested::session)
            .collect(Collectors.toSet());
    long runEnded = client.events().isEmpty() ? 0 : client.events().getLast().at();
    for (ConnectedTime time : ConnectedTime.of(client)) {
      if (FINAL.contains(time.code())) {
        violations.add(
            violation(
                evidence,
                client,
                time.closedAt(),
                "was closed permanently, with " + time.code(),
                time));
      }
      Long end = ended.get(time.session());
      if (!requested.contains(time.session()) && time.code() == SESSION_NOT_VALID) {
        violations.add(
            violation(
                evidence,
                client,
                time.closedAt(),
                "was closed with 4001, although its session had not ended",
                time));
      } else if (end != null) {
        check(evidence, client, time, end, runEnded, violations);
      }
    }
    return violations;
  }

  private static void check(
      Evidence evidence,
      ClientLog client,
      ConnectedTime time,
      long end,
      long runEnded,
      List<Violation> violations) {
    boolean faulted = evidence.isFaulted(end - AFTERMATH, end + QUIET_LIMIT);
    long due = end + (faulted ? FAULTED_LIMIT : QUIET_LIMIT);
    if (time.openedAt() > due && time.wasGreeted()) {
      violations.add(
          violation(
              evidence,
              client,
              time.greetedAt(),
              "opened with a session that had ended at " + LogExcerpt.time(end),
              time));
    } else if (time.wasGreeted() && time.closedAt() > due && due <= runEnded) {
      violations.add(
          violation(
              evidence,
              client,
              due,
              "was still open long after its session had ended at " + LogExcerpt.time(end),
              time));
    } else if (!faulted
        && time.openedAt() < end
        && time.closedAt() > end
        && time.closedAt() <= due
        && time.code() != SESSION_NOT_VALID) {
      violations.add(
          violation(
              evidence,
              client,
              time.closedAt(),
              String.format(
                  Locale.ROOT,
                  "was closed with %d instead of 4001 when its session ended",
                  time.code()),
              time));
    }
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, long at, String what, ConnectedTime time) {
    return new Violation(
        "session",
        "G6",
        at,
        String.format(
            Locale.ROOT, "Connection %d of %s %s.", time.connection(), client.name(), what),
        LogExcerpt.around(evidence, client, at, event -> false));
  }
}
