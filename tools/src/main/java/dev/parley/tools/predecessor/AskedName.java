package dev.parley.tools.predecessor;

import dev.parley.name.Username;
import dev.parley.name.Usernames;
import dev.parley.protocol.ParleyException;
import java.util.Optional;

/**
 * The name that a user of the file will have here.
 *
 * @param text the name in the file or in a rename; empty if there is none
 * @param name empty if no account may have this name
 * @param problem what is wrong then
 * @param reason the same in words
 */
record AskedName(String text, Optional<Username> name, Optional<Problem> problem, String reason) {

  static AskedName of(Optional<String> text) {
    String asked = text.orElse("");
    if (asked.isBlank()) {
      return new AskedName("", Optional.empty(), Optional.of(Problem.NAME_MISSING), "");
    }
    try {
      Username name = Usernames.checkRest(Usernames.checkMinimum(asked));
      return new AskedName(asked, Optional.of(name), Optional.empty(), "");
    } catch (ParleyException e) {
      return new AskedName(
          asked, Optional.empty(), Optional.of(Problem.NAME_NOT_ALLOWED), e.getMessage());
    }
  }
}
