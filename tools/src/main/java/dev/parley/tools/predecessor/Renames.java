package dev.parley.tools.predecessor;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * New names for users: {@code OLD=NEW}, or {@code #ID=NEW} where the old name is missing, is not
 * the only one of its kind, or does not fit on a line. New names contain no {@code =}, so the last
 * one separates.
 */
public final class Renames {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<String, String> byOldName = new HashMap<>();
  private final Set<String> unused = new HashSet<>();
  private final List<String> unreadable = new ArrayList<>();

  private Renames() {}

  public static Renames none() {
    return of(List.of(), Optional.empty());
  }

  /**
   * @param file one rename a line, in UTF-8
   * @throws StackException lists every line that is not a rename
   */
  public static Renames of(List<String> options, Optional<Path> file) {
    Renames renames = new Renames();
    options.forEach(option -> renames.add(option, "--rename"));
    file.ifPresent(renames::addAll);
    if (!renames.unreadable.isEmpty()) {
      throw new StackException(
          "Nothing was imported. These are no renames of the form OLD=NEW:%n  %s"
              .formatted(String.join("\n  ", renames.unreadable)));
    }
    return renames;
  }

  private void addAll(Path file) {
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank()) {
        add(line, String.format(Locale.ROOT, "line %d of %s", number, file));
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.replaceFirst("^" + BYTE_ORDER_MARK, "").lines().toList();
    } catch (CharacterCodingException e) {
      throw new StackException("%s is not in UTF-8: save it in that encoding.".formatted(file), e);
    } catch (IOException e) {
      throw new StackException("There is no readable file %s.".formatted(file), e);
    }
  }

  private void add(String rename, String where) {
    int sign = rename.lastIndexOf('=');
    if (sign < 1 || rename.substring(sign + 1).isBlank()) {
      unreadable.add("%s: %s".formatted(where, OldValue.shown(rename)));
      return;
    }
    String old = rename.substring(0, sign);
    String known = byOldName.put(old, rename.substring(sign + 1));
    if (known != null && !known.equals(byOldName.get(old))) {
      unreadable.add("%s: %s was renamed before".formatted(where, OldValue.shown(old)));
    }
    unused.add(old);
  }

  /** The new name of this user. */
  Optional<String> newName(Optional<Long> id, Optional<String> oldName) {
    Optional<String> byId = id.map(number -> "#" + number).filter(byOldName::containsKey);
    Optional<String> old = byId.or(() -> oldName.filter(byOldName::containsKey));
    old.ifPresent(unused::remove);
    return old.map(byOldName::get);
  }

  /** Old names that no user has. */
  List<String> unused() {
    return unused.stream().sorted().toList();
  }
}
