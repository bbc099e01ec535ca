package dev.parley.stack.predecessor;

import dev.parley.name.Username;
import dev.parley.name.Usernames;
import dev.parley.protocol.ParleyException;
import java.util.Optional;

/**
 * The name that a user of the file is to have here.
 *
 * @param text as the file or a rename has it; empty where there is none
 * @param name empty where the text is none that an account may have
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
