package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithFaultStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G1, G2, G3 over a crash of the database. */
@WithFaultStack
class PostgresKilledTest {

  private static final Duration SOON = Duration.ofSeconds(3);

  private final RunningStack stack;

  PostgresKilledTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void whatWasAcknowledgedIsThereInPlacesWithoutHolesAndClientsConverge() {
    try (Crowd crowd = Crowd.of(10, stack).talk().awaitAcknowledged(100)) {
      stack.postgres().kill();
      stack.postgres().restart();
      crowd.awaitAcknowledged(100);
      crowd.hush();
      assertEquals(List.of(), crowd.finalErrors());
      crowd.assertEverybodyHasEverythingOnce(SOON);
    }
  }
}
