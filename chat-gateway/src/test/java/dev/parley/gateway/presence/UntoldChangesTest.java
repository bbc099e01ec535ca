package dev.parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G9: no frame says of one user both that they came and that they left. */
class UntoldChangesTest {

  private static final User ADA = new User(new UserId(1), "ada");
  private static final User BOB = new User(new UserId(2), "bob");

  private final UntoldChanges untold = new UntoldChanges();

  @Test
  void whoLeftAndCameBackHasCome() {
    untold.add(List.of(new RosterChange.Left(ADA), new RosterChange.Joined(BOB)));
    untold.add(List.of(new RosterChange.Joined(ADA)));
    assertEquals(
        List.of(new RosterChange.Joined(BOB), new RosterChange.Joined(ADA)), untold.takeAll());
  }

  @Test
  void whoCameAndLeftHasLeft() {
    untold.add(List.of(new RosterChange.Joined(ADA), new RosterChange.Left(ADA)));
    assertEquals(List.of(new RosterChange.Left(ADA)), untold.takeAll());
  }

  @Test
  void nothingIsToldTwice() {
    untold.add(List.of(new RosterChange.Joined(ADA)));
    untold.takeAll();
    assertTrue(untold.isEmpty());
    assertEquals(List.of(), untold.takeAll());
  }
}
