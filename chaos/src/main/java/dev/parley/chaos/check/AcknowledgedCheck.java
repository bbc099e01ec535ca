package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every acknowledged command is stored at the place that its ack names, unless there was nothing to
 * do. The first protocol has no acks; there {@link ShownIsStoredCheck} does the same with the
 * sender's own message.
 */
final class AcknowledgedCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      client
          .all(ClientEvent.Acknowledged.class)
          .filter(ack -> ack.seq() > 0)
          .filter(ack -> !isStored(evidence, client, ack))
          .map(ack -> violation(evidence, client, ack))
          .forEach(violations::add);
    }
    return violations;
  }

  private static boolean isStored(
      Evidence evidence, ClientLog client, ClientEvent.Acknowledged ack) {
    return found(evidence, ack)
        .filter(row -> row.senderId() == client.userId() && row.clientId().equals(ack.clientId()))
        .isPresent();
  }

  private static Optional<StoredEvent> found(Evidence evidence, ClientEvent.Acknowledged ack) {
    return evidence.stored().at(ack.conversation(), ack.seq());
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, ClientEvent.Acknowledged ack) {
    List<String> lines = new ArrayList<>(LogExcerpt.rows(found(evidence, ack).stream()).toList());
    lines.addAll(LogExcerpt.around(evidence, client, ack.at(), LogExcerpt.about(ack.clientId())));
    return new Violation(
        "acknowledged",
        "G1",
        ack.at(),
        String.format(
            Locale.ROOT,
            "%s got an ack for %s as %s seq %d, but %s.",
            client.name(),
            ack.clientId(),
            ack.conversation(),
            ack.seq(),
            found(evidence, ack).isPresent()
                ? "another message is stored there"
                : "nothing is stored there"),
        lines);
  }
}
