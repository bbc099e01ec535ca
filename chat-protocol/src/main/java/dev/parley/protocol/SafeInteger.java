package dev.parley.protocol;

/** Bounds of the integers that a JavaScript client reads without loss: 2^53 - 1. */
final class SafeInteger {

  private static final long MAX = (1L << 53) - 1;

  private SafeInteger() {}

  static void requirePositive(String name, long value) {
    require(name, value, 1);
  }

  static void requireNotNegative(String name, long value) {
    require(name, value, 0);
  }

  private static void require(String name, long value, long min) {
    if (value < min || value > MAX) {
      throw new IllegalArgumentException(
          name + " must be between " + min + " and " + MAX + ", but is " + value);
    }
  }
}
