package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A client of the second protocol saw every message of its conversations once and in order, over
 * all its connections.
 */
final class ExactlyOnceCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      if (client.speaksSecond()) {
        evidence.stored().conversations().keySet().stream()
            .filter(client::isIn)
            .flatMap(conversation -> of(evidence, client, conversation).stream())
            .forEach(violations::add);
      }
    }
    return violations;
  }

  private static Optional<Violation> of(Evidence evidence, ClientLog client, String conversation) {
    List<ClientEvent.Delivered> shown =
        client
            .all(ClientEvent.Delivered.class)
            .filter(message -> message.conversation().equals(conversation))
            .toList();
    Run run = new Run(1);
    ClientEvent.Delivered first = null;
    Step firstStep = Step.NEXT;
    for (ClientEvent.Delivered message : shown) {
      Step step = run.take(message.seq());
      if (step != Step.NEXT && first == null) {
        first = message;
        firstStep = step;
      }
    }
    if (first != null) {
      return Optional.of(disorder(evidence, client, first, firstStep, run));
    }
    return run.next() > evidence.stored().lastSeq(conversation)
        ? Optional.empty()
        : Optional.of(loss(evidence, client, conversation, run.next()));
  }

  private static Violation disorder(
      Evidence evidence, ClientLog client, ClientEvent.Delivered shown, Step step, Run run) {
    String never =
        run.missing().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                " %d messages never came, the first is seq %d.",
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
