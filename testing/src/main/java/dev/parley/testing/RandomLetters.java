package dev.parley.testing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Makes names that no other test has. Their letters have no look-alikes and spell no words. */
public final class RandomLetters {

  private static final String LETTERS = "bcdfghjkpqstvwxz";

  private RandomLetters() {}

  public static String of(int length) {
    return ThreadLocalRandom.current()
        .ints(length, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
