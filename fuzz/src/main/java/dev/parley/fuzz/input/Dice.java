package dev.parley.fuzz.input;

import java.util.List;
import java.util.Random;

/** Chance, of which the same seed gives the same. One thread. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** Once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  long anyLong() {
    return random.nextLong();
  }

  @SafeVarargs
  final <T> T oneOf(T... things) {
    return things[random.nextInt(things.length)];
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
