package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.QuietPeriod;
import dev.parley.chaos.evidence.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ten seconds after the last fault, every connected client has everything. */
public final class ConvergenceCheck implements Check {

  private static final long LIMIT = 10_000_000_000L;

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (QuietPeriod quiet : evidence.quietPeriods()) {
      convergences(evidence, quiet).stream()
          .filter(convergence -> convergence.tookNanoseconds() > LIMIT)
          .map(convergence -> violation(evidence, quiet, convergence))
          .forEach(violations::add);
    }
    return violations;
  }

  /** The convergence of all clients except those that their users closed. */
  public static List<Convergence> convergences(Evidence evidence, QuietPeriod quiet) {
    return evidence.clients().stream()
        .filter(client -> !isAway(client, quiet.from(), quiet.from() + LIMIT))
        .map(client -> Convergence.of(evidence, client, quiet))
        .toList();
  }

  private static boolean isAway(ClientLog client, long begin, long end) {
    long awaySince = Long.MAX_VALUE;
    for (ClientEvent event : client.events()) {
      if (event instanceof ClientEvent.WentAway) {
        awaySince = event.at();
      } else if (event instanceof ClientEvent.CameBack) {
        if (awaySince <= end && event.at() >= begin) {
          return true;
        }
        awaySince = Long.MAX_VALUE;
      }
    }
    return awaySince <= end;
  }

  private static Violation violation(
      Evidence evidence, QuietPeriod quiet, Convergence convergence) {
    ClientLog client = convergence.client();
    StoredEvent last = convergence.last();
    List<String> lines = new ArrayList<>(LogExcerpt.rows(List.of(last).stream()).toList());
    lines.addAll(
        LogExcerpt.around(evidence, client, quiet.from(), LogExcerpt.in(last.conversation())));
    return new Violation(
        "convergence",
        "G2",
        quiet.from() + LIMIT,
        String.format(
            Locale.ROOT,
            "%s had %s seq %d %s; the last fault ended at %s.",
            client.name(),
            last.conversation(),
            last.seq(),
            convergence.tookNanoseconds() == Long.MAX_VALUE
                ? "never"
                : "only after " + LogExcerpt.time(convergence.tookNanoseconds()),
            LogExcerpt.time(quiet.from())),
        lines);
  }
}
