package dev.parley.stack.predecessor;

import dev.parley.name.Username;
import dev.parley.name.Usernames;
import dev.parley.protocol.ParleyException;
import dev.parley.stack.StackException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which accounts the users become. Collects what is in the way, so that one run tells all of it.
 *
 * @param renames the new name of each user who shall have another one, by the old name
 */
record AccountPlan(Map<String, String> renames) {

  private static final int HASH_BYTES = 64;
  private static final int MOST_TOLD = 20;

  /** A user under the name that the account gets. */
  record Planned(OldUser user, Username name) {}

  /**
   * @param taken whether an account has this name already, or one that looks like it
   */
  List<Planned> of(List<OldUser> users, NameCheck taken) {
    List<String> problems = new ArrayList<>();
    requireKnownNames(users, problems);
    List<Planned> planned = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (OldUser user : users) {
      Username name = name(user, problems);
      if (name != null) {
        boolean isNew = Collections.disjoint(keys, keysOf(name));
        keys.addAll(keysOf(name));
        checkFree(user, isNew, taken.isTaken(name), problems);
        planned.add(new Planned(user, name));
      }
      checkHash(user, problems);
    }
    requireNone(problems);
    return planned;
  }

  /** No account shares one of them with another. */
  private static List<String> keysOf(Username name) {
    return List.of("folded " + name.folded(), "skeleton " + name.skeleton());
  }

  /** Asks the database for a name. */
  interface NameCheck {
    boolean isTaken(Username name);
  }

  private void requireKnownNames(List<OldUser> users, List<String> problems) {
    Set<String> unknown = new HashSet<>(renames.keySet());
    users.forEach(user -> unknown.remove(user.username()));
    unknown.forEach(name -> problems.add("there is no user \"%s\" to rename".formatted(name)));
  }

  private Username name(OldUser user, List<String> problems) {
    String name = renames.getOrDefault(user.username(), user.username());
    try {
      return Usernames.checkRest(Usernames.checkMinimum(name));
    } catch (ParleyException e) {
      problems.add("\"%s\": %s".formatted(name, e.getMessage()));
      return null;
    }
  }

  private static void checkFree(
      OldUser user, boolean isNew, boolean isTaken, List<String> problems) {
    if (isTaken) {
      problems.add(
          "\"%s\": an account here has this name or one that looks like it"
              .formatted(user.username()));
    } else if (!isNew) {
      problems.add(
          "\"%s\": another user in the file has this name or one that looks like it"
              .formatted(user.username()));
    }
  }

  private static void checkHash(OldUser user, List<String> problems) {
    if (!isHash(user.passwordHash())) {
      problems.add("\"%s\": the password hash is of no known form".formatted(user.username()));
    }
  }

  private static boolean isHash(String text) {
    try {
      return text != null && Base64.getDecoder().decode(text).length == HASH_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void requireNone(List<String> problems) {
    if (problems.isEmpty()) {
      return;
    }
    String told = String.join("\n  ", problems.subList(0, Math.min(problems.size(), MOST_TOLD)));
    String more =
        problems.size() > MOST_TOLD
            ? String.format(Locale.ROOT, "%n  and %d more", problems.size() - MOST_TOLD)
            : "";
    throw new StackException(
        "Nothing was imported. These users cannot be taken over as they are:%n  %s%s%nGive them other names with --rename OLD=NEW, or remove what is in their way. If the file was imported before, there is nothing left to do."
            .formatted(told, more));
  }
}
