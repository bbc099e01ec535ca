package dev.parley.fuzz.input;

import java.util.List;
import java.util.Random;

/** A source of random choices. The same seed gives the same ones. For one thread. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /** True once in this many calls. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** A number from 0 to the bound, exclusive. */
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
