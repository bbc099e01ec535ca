package dev.parley.gateway.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MembershipChangesTest {

  private static final UserId ADA = new UserId(12);

  private final MembershipChanges changes = new MembershipChanges(new Sequence(10));

  @Test
  void aDepartureCountsAgainstOlderAnswersOnly() {
    changes.left(ADA, new Sequence(15));
    assertEquals(Optional.of(new Sequence(15)), changes.leftSince(ADA, new Sequence(14)));
    assertEquals(Optional.empty(), changes.leftSince(ADA, new Sequence(15)));
    assertEquals(Optional.empty(), changes.leftSince(new UserId(57), new Sequence(14)));
    assertTrue(changes.hasLeft(ADA));
  }

  @Test
  void whoCameBackIsAMember() {
    changes.left(ADA, new Sequence(15));
    changes.joined(ADA, new Sequence(16));
    assertEquals(Optional.empty(), changes.leftSince(ADA, new Sequence(14)));
    assertFalse(changes.hasLeft(ADA));
  }

  @Test
  void anAnswerFromBeforeTheBeginningSaysNothing() {
    assertTrue(changes.isUnknownSince(new Sequence(9)));
    assertFalse(changes.isUnknownSince(new Sequence(10)));
  }

  @Test
  void whatIsForgottenIsKnownToBeForgotten() {
    for (long i = 1; i <= MembershipChanges.MAX + 5; i++) {
      changes.left(new UserId(i), new Sequence(10 + i));
    }
    assertTrue(changes.isUnknownSince(new Sequence(14)));
    assertFalse(changes.isUnknownSince(new Sequence(15)));
    assertFalse(changes.hasLeft(new UserId(5)));
    assertTrue(changes.hasLeft(new UserId(6)));
  }
}
