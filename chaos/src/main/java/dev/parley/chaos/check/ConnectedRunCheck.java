package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Each connection of the first protocol saw an unbroken run of the messages of a conversation. */
final class ConnectedRunCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      if (!client.speaksSecond()) {
        violations.addAll(of(evidence, client));
      }
    }
    return violations;
  }

  private static List<Violation> of(Evidence evidence, ClientLog client) {
    List<Violation> violations = new ArrayList<>();
    Map<String, Run> runs = new HashMap<>();
    client
        .all(ClientEvent.Delivered.class)
        .forEach(
            shown -> {
              String key = shown.connection() + "/" + shown.conversation();
              Run run = runs.computeIfAbsent(key, any -> new Run(0));
              run.pass(skipped(evidence, shown, run.next()));
              long due = run.next();
              Step step = run.take(shown.seq());
              if (step != Step.NEXT) {
                violations.add(violation(evidence, client, shown, step, due));
              }
            });
    return violations;
  }

  /** The first protocol shows no other events, and no deleted messages. */
  private static long skipped(Evidence evidence, ClientEvent.Delivered shown, long due) {
    long next = due;
    while (next > 0 && next < shown.seq() && !isReadable(evidence, shown.conversation(), next)) {
      next++;
    }
    return next;
  }

  private static boolean isReadable(Evidence evidence, String conversation, long seq) {
    return evidence.stored().at(conversation, seq).map(StoredEvent::isReadable).orElse(true);
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, ClientEvent.Delivered shown, Step step, long due) {
    return new Violation(
        "connected run",
        "G2",
        shown.at(),
        String.format(
            Locale.ROOT,
            "%s, of the first protocol, connection %d: %s seq %d %s; %d was due.",
            client.name(),
            shown.connection(),
            shown.conversation(),
            shown.seq(),
            step.text(),
            due),
        LogExcerpt.around(evidence, client, shown.at(), LogExcerpt.in(shown.conversation())));
  }
}
