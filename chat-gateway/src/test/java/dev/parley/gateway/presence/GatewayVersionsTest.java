package dev.parley.gateway.presence;

import static dev.parley.gateway.presence.GatewayVersions.Verdict.APPLY;
import static dev.parley.gateway.presence.GatewayVersions.Verdict.GAP;
import static dev.parley.gateway.presence.GatewayVersions.Verdict.STALE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** G9. */
class GatewayVersionsTest {

  private final GatewayVersions versions = new GatewayVersions();

  @Test
  void onlyTheNextChangeIsApplied() {
    versions.reached("g1", 5);
    assertEquals(STALE, versions.judge("g1", 4));
    assertEquals(STALE, versions.judge("g1", 5));
    assertEquals(APPLY, versions.judge("g1", 6));
    assertEquals(GAP, versions.judge("g1", 7));
  }

  @Test
  void ofAStrangerEverythingIsMissing() {
    assertEquals(GAP, versions.judge("g1", 1));
    assertTrue(versions.isBehind("g1", 1));
  }

  @Test
  void anOlderHashSaysNothing() {
    versions.reached("g1", 5);
    assertFalse(versions.isBehind("g1", 4));
    assertFalse(versions.isBehind("g1", 5));
    assertTrue(versions.isBehind("g1", 6));
  }

  @Test
  void whoIsForgottenIsAStranger() {
    versions.reached("g1", 5);
    versions.reached("g2", 5);
    versions.retain(Set.of("g2"));
    assertEquals(GAP, versions.judge("g1", 6));
    assertEquals(APPLY, versions.judge("g2", 6));
  }
}
