package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The database has every event that a client was shown, in the same place. The text may have
 * changed since, but clients send every text as its own {@code client_id}, and that stays.
 */
final class ShownIsStoredCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    Texts texts = new Texts(evidence.stored());
    for (ClientLog client : evidence.clients()) {
      client
          .all(ClientEvent.Delivered.class)
          .filter(shown -> !isStored(evidence, texts, shown))
          .findFirst()
          .map(shown -> violation(evidence, client, shown))
          .ifPresent(violations::add);
    }
    return violations;
  }

  private static boolean isStored(Evidence evidence, Texts texts, ClientEvent.Delivered shown) {
    return evidence
        .stored()
        .at(shown.conversation(), shown.seq())
        .filter(
            row ->
                isSame(row, shown)
                    && (shown.content().isEmpty() || texts.were(row, shown.content())))
        .isPresent();
  }

  private static boolean isSame(StoredEvent row, ClientEvent.Delivered shown) {
    return row.event().getClass() == shown.event().getClass()
        && row.sender().equals(shown.sender());
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, ClientEvent.Delivered shown) {
    Stream<String> rows =
        LogExcerpt.rows(evidence.stored().at(shown.conversation(), shown.seq()).stream());
    Stream<String> log =
        LogExcerpt.around(evidence, client, shown.at(), LogExcerpt.in(shown.conversation()))
            .stream();
    return new Violation(
        "shown is stored",
        "G1",
        shown.at(),
        String.format(
            Locale.ROOT,
            "%s was shown \"%s\" by %s as %s seq %d, but that is not what is stored there.",
            client.name(),
            shown.content(),
            shown.sender(),
            shown.conversation(),
            shown.seq()),
        Stream.concat(rows, log).toList());
  }
}
