package dev.parley.fuzz.run;

import java.util.Optional;

/**
 * The reaction to an input.
 *
 * @param seen its name in the table: {@code "404"}, {@code "closed 1002"}, {@code "serves on"}
 * @param complaint why it is wrong
 */
record Reaction(String seen, Optional<String> complaint) {

  private static final String TRY_AGAIN = "closed 1013";

  /** A reaction that is only right because the gateway says that it cannot serve now. */
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
