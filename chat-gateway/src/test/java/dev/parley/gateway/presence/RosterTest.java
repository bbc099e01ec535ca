package dev.parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** G9. */
class RosterTest {

  private static final User ADA = new User(new UserId(1), "ada");
  private static final User BOB = new User(new UserId(2), "bob");

  private final Roster roster = new Roster();

  @Test
  void theFirstGatewayBringsAUserOnlineAndTheLastTakesThemOff() {
    assertEquals(
        Optional.of(new RosterChange.Joined(ADA)), apply("g1", ADA, PresenceState.CONNECTED));
    assertEquals(Optional.empty(), apply("g2", ADA, PresenceState.CONNECTED));
    assertEquals(Optional.empty(), apply("g1", ADA, PresenceState.GONE));
    assertEquals(Optional.of(new RosterChange.Left(ADA)), apply("g2", ADA, PresenceState.GONE));
  }

  @Test
  void whoLingersIsOnlineButNothingCanBeDelivered() {
    apply("g1", ADA, PresenceState.CONNECTED);
    assertEquals(Optional.empty(), apply("g1", ADA, PresenceState.LINGERING));
    assertTrue(roster.isOnline(ADA.id()));
    assertFalse(roster.isConnected(ADA.id()));
  }

  @Test
  void whoComesBackWhileLingeringNeverLeft() {
    apply("g1", ADA, PresenceState.CONNECTED);
    apply("g1", ADA, PresenceState.LINGERING);
    assertEquals(Optional.empty(), apply("g2", ADA, PresenceState.CONNECTED));
    assertEquals(Optional.empty(), apply("g1", ADA, PresenceState.GONE));
    assertTrue(roster.isConnected(ADA.id()));
  }

  @Test
  void aDeadGatewayTakesAlongWhoIsNowhereElse() {
    apply("dead", ADA, PresenceState.CONNECTED);
    apply("dead", BOB, PresenceState.CONNECTED);
    apply("alive", BOB, PresenceState.CONNECTED);
    assertEquals(Set.of("dead", "alive"), roster.gateways());
    assertEquals(List.of(new RosterChange.Left(ADA)), roster.replace("dead", Map.of()));
    assertEquals(List.of(BOB), roster.online());
    assertEquals(Set.of("alive"), roster.gateways());
  }

  @Test
  void whatAGatewayWroteReplacesWhatWasHeardOfIt() {
    apply("g1", ADA, PresenceState.CONNECTED);
    assertEquals(
        List.of(new RosterChange.Joined(BOB)),
        roster.replace("g1", Map.of(ADA, PresenceState.LINGERING, BOB, PresenceState.CONNECTED)));
    assertFalse(roster.isConnected(ADA.id()));
    assertTrue(roster.isConnected(BOB.id()));
    assertEquals(
        List.of(new RosterChange.Left(ADA)),
        roster.replace("g1", Map.of(BOB, PresenceState.CONNECTED)));
  }

  @Test
  void leavingTwiceIsLeavingOnce() {
    apply("g1", ADA, PresenceState.CONNECTED);
    apply("g1", ADA, PresenceState.GONE);
    assertEquals(Optional.empty(), apply("g1", ADA, PresenceState.GONE));
  }

  private Optional<RosterChange> apply(String gateway, User user, PresenceState state) {
    return roster.apply(gateway, new PresenceChange(user, state));
  }
}
