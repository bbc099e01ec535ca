package dev.parley.chaos.check;

import dev.parley.chaos.evidence.Evidence;
import dev.parley.chaos.evidence.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** In every conversation, {@code seq} counts 1, 2, 3 … without gaps. */
final class DensityCheck implements Check {

  @Override
  public List<Violation> of(Evidence evidence) {
    List<Violation> violations = new ArrayList<>();
    for (List<StoredEvent> messages : evidence.stored().conversations().values()) {
      long expected = 1;
      for (StoredEvent message : messages) {
        if (message.seq() != expected) {
          violations.add(violation(message, expected));
          break;
        }
        expected++;
      }
    }
    return violations;
  }

  private static Violation violation(StoredEvent message, long expected) {
    return new Violation(
        "density",
        "G3",
        message.createdAt(),
        String.format(
            Locale.ROOT,
            "In %s, seq %d is stored where %d is due.",
            message.conversation(),
            message.seq(),
            expected),
        LogExcerpt.rows(Stream.of(message)).toList());
  }
}
