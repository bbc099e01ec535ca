package dev.parley.fuzz.run;

import java.util.Optional;

/**
 * What came of an input.
 *
 * @param seen for the table: {@code "404"}, {@code "closed 1002"}, {@code "serves on"}
 * @param complaint why that must not be
 */
record Reaction(String seen, Optional<String> complaint) {

  private static final String TRY_AGAIN = "closed 1013";

  /** It would be wrong, but for a gateway that says it cannot serve now. */
  boolean isComingAgainAskedFor() {
    return complaint.isPresent() && seen.equals(TRY_AGAIN);
  }

  static Reaction fine(String seen) {
    return new Reaction(seen, Optional.empty());
  }

  static Reaction wrong(String seen, String complaint) {
    return new Reaction(seen, Optional.of(complaint));
  }
}
