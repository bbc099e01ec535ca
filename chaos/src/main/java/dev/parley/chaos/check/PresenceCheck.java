package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.PresenceView;
import dev.parley.chaos.evidence.QuietPeriod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Some time after the last fault every client shows those online who are. */
final class PresenceCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    return evidence.quietPeriods().stream()
        .flatMap(
            quiet ->
                quiet.presence().stream()
                    .filter(view -> !view.isRight())
                    .map(view -> violation(quiet, view)))
        .toList();
  }

  private static Violation violation(QuietPeriod quiet, PresenceView view) {
    return new Violation(
        "presence",
        "protocol: presence",
        view.at(),
        "%s still shows who is online wrongly %s after the last fault: online though gone %s, gone though online %s."
            .formatted(
                view.client(),
                LogExcerpt.time(view.at() - quiet.from()),
                without(view.shown(), view.connected()),
                without(view.connected(), view.shown())),
        List.of(
            "shown: " + new TreeSet<>(view.shown()),
            "connected: " + new TreeSet<>(view.connected())));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
