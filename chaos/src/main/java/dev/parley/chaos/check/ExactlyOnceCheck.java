package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A client of the second protocol saw every event of its conversations once and in order, over all
 * its connections. In a room it sees the events from its user's arrival on, or from the first event
 * on.
 */
final class ExactlyOnceCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      if (client.speaksSecond()) {
        evidence.stored().conversations().keySet().stream()
            .flatMap(conversation -> of(evidence, client, conversation).stream())
            .forEach(violations::add);
      }
    }
    return violations;
  }

  private static Optional<Violation> of(Evidence evidence, ClientLog client, String conversation) {
    Run run = new Run(1);
    ClientEvent.Delivered first = null;
    Step firstStep = Step.NEXT;
    for (ClientEvent event : client.events()) {
      if (event instanceof ClientEvent.Dropped drop && drop.conversation().equals(conversation)) {
        run.pass(1);
      }
      if (event instanceof ClientEvent.Delivered shown
          && shown.conversation().equals(conversation)) {
        Step step = take(run, shown, client.userId());
        if (step != Step.NEXT && first == null) {
          first = shown;
          firstStep = step;
        }
      }
    }
    if (first != null) {
      return Optional.of(disorder(evidence, client, first, firstStep, run));
    }
    return run.next() > evidence.stored().lastSeq(conversation)
            || !isInAtTheEnd(evidence, client, conversation)
        ? Optional.empty()
        : Optional.of(loss(evidence, client, conversation, run.next()));
  }

  private static Step take(Run run, ClientEvent.Delivered shown, long user) {
    if (shown.isArrivalOf(user) && !shown.paged() && shown.seq() > run.next()) {
      run.pass(shown.seq());
    }
    return run.take(shown.seq());
  }

  private static boolean isInAtTheEnd(Evidence evidence, ClientLog client, String conversation) {
    return client.isIn(conversation)
        || evidence.stored().membership(conversation, client.userId()).isMemberAtTheEnd();
  }

  private static Violation disorder(
      Evidence evidence, ClientLog client, ClientEvent.Delivered shown, Step step, Run run) {
    String never =
        run.missing().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                " %d events never came, the first is seq %d.",
                run.missing().size(),
                run.missing().stream().mapToLong(Long::longValue).min().orElse(0));
    return new Violation(
        "exactly once",
        "G2",
        shown.at(),
        String.format(
            Locale.ROOT,
            "%s: %s seq %d %s.%s",
            client.name(),
            shown.conversation(),
            shown.seq(),
            step.text(),
            never),
        LogExcerpt.around(evidence, client, shown.at(), LogExcerpt.in(shown.conversation())));
  }

  private static Violation loss(
      Evidence evidence, ClientLog client, String conversation, long seq) {
    List<String> lines =
        new ArrayList<>(LogExcerpt.rows(evidence.stored().at(conversation, seq).stream()).toList());
    long at = evidence.stored().at(conversation, seq).orElseThrow().createdAt();
    lines.addAll(LogExcerpt.around(evidence, client, at, LogExcerpt.in(conversation)));
    return new Violation(
        "exactly once",
        "G2",
        at,
        String.format(
            Locale.ROOT,
            "%s: %s seq %d was never shown, nor was any after it, up to %d.",
            client.name(),
            conversation,
            seq,
            evidence.stored().lastSeq(conversation)),
        lines);
  }
}
