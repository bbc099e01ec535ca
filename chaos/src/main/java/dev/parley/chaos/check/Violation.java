package dev.parley.chaos.check;

import java.util.List;

/**
 * A broken promise, with its evidence.
 *
 * @param check the short name of the check that found it
 * @param promise the number in docs/guarantees.md, {@code "G2"}, or another promise in words
 * @param at nanoseconds since the run began
 * @param evidence lines of logs
 */
public record Violation(
    String check, String promise, long at, String sentence, List<String> evidence) {
  public Violation {
    evidence = List.copyOf(evidence);
  }
}
