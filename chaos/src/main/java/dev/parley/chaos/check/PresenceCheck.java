package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.PresenceView;
import dev.parley.chaos.evidence.QuietPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Some time after the last fault, every client shows exactly the users who are online. */
final class PresenceCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    return evidence.quietPeriods().stream()
        .flatMap(
            quiet ->
                quiet.presence().stream()
                    .filter(view -> !view.isRight())
                    .map(view -> violation(evidence, quiet, view)))
        .toList();
  }

  private static Violation violation(Evidence evidence, QuietPeriod quiet, PresenceView view) {
    return new Violation(
        "presence",
        "protocol: presence",
        view.at(),
        "%s shows wrong presence %s after the last fault: online though gone %s, gone though online %s."
            .formatted(
                view.client(),
                LogExcerpt.time(view.at() - quiet.from()),
                without(view.shown(), view.connected()),
                without(view.connected(), view.shown())),
        evidence(evidence, view));
  }

  /**
   * Both sets, the client's news about the users in only one of them, and the connections of those
   * users' other clients.
   */
  private static List<String> evidence(Evidence evidence, PresenceView view) {
    List<String> lines = new ArrayList<>();
    lines.add("shown: " + new TreeSet<>(view.shown()));
    lines.add("connected: " + new TreeSet<>(view.connected()));
    Set<String> differing = without(view.shown(), view.connected());
    differing.addAll(without(view.connected(), view.shown()));
    evidence.clients().stream()
        .filter(client -> client.name().equals(view.client()))
        .flatMap(
            client ->
                LogExcerpt.around(evidence, client, view.at(), LogExcerpt.presenceOf(differing))
                    .stream())
        .forEach(lines::add);
    evidence.clients().stream()
        .filter(client -> !client.name().equals(view.client()))
        .filter(client -> differing.contains(client.username()))
        .flatMap(client -> LogExcerpt.around(evidence, client, view.at(), event -> false).stream())
        .forEach(lines::add);
    return lines;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
