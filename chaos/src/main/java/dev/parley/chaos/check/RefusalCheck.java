package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import dev.parley.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The clients send nothing wrong: every {@code error} says that sending again may succeed. */
final class RefusalCheck implements Check {

  private static final Set<String> RETRYABLE =
      Arrays.stream(ErrorCode.values())
          .filter(ErrorCode::isRetryable)
          .map(ErrorCode::code)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (ClientLog client : evidence.clients()) {
      client
          .all(ClientEvent.Refused.class)
          .filter(refused -> !RETRYABLE.contains(refused.code()))
          .map(refused -> violation(evidence, client, refused))
          .forEach(violations::add);
    }
    return violations;
  }

  private static Violation violation(
      Evidence evidence, ClientLog client, ClientEvent.Refused refused) {
    return new Violation(
        "refusal",
        "G4",
        refused.at(),
        "%s sent a valid message and got the error %s, which forbids another try."
            .formatted(client.name(), refused.code()),
        LogExcerpt.around(evidence, client, refused.at(), LogExcerpt.about(refused.clientId())));
  }
}
