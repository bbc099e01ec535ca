package dev.parley.fuzz.run;

import java.util.Optional;

/**
 * What came of an input.
 *
 * @param seen for the table: {@code "404"}, {@code "closed 1002"}, {@code "serves on"}
 * @param complaint why that must not be
 */
record Reaction(String seen, Optional<String> complaint) {

  static Reaction fine(String seen) {
    return new Reaction(seen, Optional.empty());
  }

  static Reaction wrong(String seen, String complaint) {
    return new Reaction(seen, Optional.of(complaint));
  }
}
