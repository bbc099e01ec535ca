package dev.parley.gateway.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SilenceTest {

  private final Silence silence = new Silence(3);

  @Test
  void threeLooksMayFindNothing() {
    assertFalse(silence.isTooLong());
    assertFalse(silence.isTooLong());
    assertFalse(silence.isTooLong());
    assertTrue(silence.isTooLong());
  }

  @Test
  void aWordEndsIt() {
    silence.isTooLong();
    silence.isTooLong();
    silence.isTooLong();
    silence.heard();
    assertFalse(silence.isTooLong());
  }
}
