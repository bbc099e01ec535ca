package dev.parley.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.chaos.schedule.FaultKind;
import dev.parley.protocol.Mechanism;
import dev.parley.stack.StackException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChaosCommandTest {

  @Test
  void namesAreTakenInAnyCase() {
    assertEquals(
        Set.of(Mechanism.FEED, Mechanism.APPEND_RETRY),
        ChaosCommand.named("--without", Mechanism.class, "feed, Append_Retry"));
  }

  @Test
  void noNamesAreNothing() {
    assertEquals(Set.of(), ChaosCommand.named("--without", Mechanism.class, ""));
  }

  @Test
  void anUnknownNameGetsAListOfAll() {
    StackException refused =
        assertThrows(
            StackException.class,
            () -> ChaosCommand.named("--kill", FaultKind.class, "gateway,moon"));
    assertEquals(
        "--kill does not know \"moon\". It knows: gateway, history, auth, redis, postgres, pause, drain.",
        refused.getMessage());
  }
}
