package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MechanismTest {

  @Test
  void nothingIsSwitchedOffByDefault() {
    assertEquals(Set.of(), Mechanism.parse(null));
    assertEquals(Set.of(), Mechanism.parse(" "));
  }

  @Test
  void namesAreSeparatedByCommasInAnyCase() {
    assertEquals(
        Set.of(Mechanism.FEED, Mechanism.APPEND_RETRY), Mechanism.parse("feed, Append_Retry"));
  }

  @Test
  void aWrongNameIsNotPassedOver() {
    assertThrows(IllegalArgumentException.class, () -> Mechanism.parse("fed"));
  }
}
