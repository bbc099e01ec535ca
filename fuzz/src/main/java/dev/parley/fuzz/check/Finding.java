package dev.parley.fuzz.check;

import java.util.List;

/**
 * Something that must not happen.
 *
 * @param check the short name of the check that found it
 * @param evidence lines: the input itself, or lines of logs
 */
public record Finding(String check, String sentence, List<String> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }
}
