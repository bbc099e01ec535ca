package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.Fold;
import dev.parley.chaos.evidence.Picture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * In each conversation, the events of a client add up to the state in the database: messages,
 * reactions, pins and members. The log in the database must add up to the same state.
 */
final class PictureCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    Map<String, Picture> ofLogs = evidence.stored().pictures();
    evidence
        .pictures()
        .forEach(
            (name, stored) -> {
              difference(stored, ofLogs.getOrDefault(name, new Fold().picture()))
                  .map(what -> violation("The log", name, what, List.of(), 0))
                  .ifPresent(violations::add);
              for (ClientLog client : evidence.clients()) {
                if (client.speaksSecond() && isInAtTheEnd(evidence, client, name)) {
                  difference(stored, picture(client, name))
                      .map(what -> violation(evidence, client, name, what))
                      .ifPresent(violations::add);
                }
              }
            });
    return violations;
  }

  private static boolean isInAtTheEnd(Evidence evidence, ClientLog client, String conversation) {
    return client.isIn(conversation)
        || evidence.stored().membership(conversation, client.userId()).isMemberAtTheEnd();
  }

  /** Folds the events that it was shown, and those that it looked up before them. */
  private static Picture picture(ClientLog client, String conversation) {
    Fold fold = new Fold();
    Set<Long> shown = new HashSet<>();
    for (ClientEvent event : client.events()) {
      if (event instanceof ClientEvent.Dropped drop && drop.conversation().equals(conversation)) {
        fold = new Fold();
        shown.clear();
      } else if (event instanceof ClientEvent.Delivered delivered
          && delivered.conversation().equals(conversation)) {
        shown.add(delivered.seq());
        fold.take(delivered.seq(), delivered.senderId(), delivered.event());
      } else if (event instanceof ClientEvent.LookedUp found
          && found.conversation().equals(conversation)
          && !shown.contains(found.seq())) {
        fold.take(found.seq(), found.senderId(), found.event());
      }
    }
    return fold.picture();
  }

  /** The first difference, in words. */
  private static Optional<String> difference(Picture stored, Picture folded) {
    Set<Long> places = new HashSet<>(stored.messages().keySet());
    places.addAll(folded.messages().keySet());
    return places.stream()
        .sorted()
        .filter(seq -> !Objects.equals(stored.messages().get(seq), folded.messages().get(seq)))
        .findFirst()
        .map(
            seq ->
                String.format(
                    Locale.ROOT,
                    "seq %d as %s, and the database has %s",
                    seq,
                    folded.messages().get(seq),
                    stored.messages().get(seq)))
        .or(
            () ->
                stored.members().equals(folded.members())
                    ? Optional.empty()
                    : Optional.of(
                        "the members %s, and the database has %s"
                            .formatted(folded.members(), stored.members())));
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, String conversation, String what) {
    long end = client.events().isEmpty() ? 0 : client.events().getLast().at();
    return violation(
        client.name(),
        conversation,
        what,
        LogExcerpt.around(evidence, client, end, LogExcerpt.in(conversation)),
        end);
  }

  private static Violation violation(
      String who, String conversation, String what, List<String> lines, long at) {
    return new Violation(
        "picture", "G2", at, "%s shows of %s %s.".formatted(who, conversation, what), lines);
  }
}
