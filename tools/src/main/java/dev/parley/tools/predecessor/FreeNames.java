package dev.parley.tools.predecessor;

import dev.parley.name.Username;
import dev.parley.name.Usernames;
import dev.parley.protocol.ParleyException;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds names that no account and no other user of the file has or was offered. */
record FreeNames(Statements statements) {

  /** Room for {@code -99} behind it. */
  private static final int MOST_CHARACTERS = 29;

  private static final int MOST_TRIED = 99;

  private static final String IS_TAKEN =
      """
      EXISTS (SELECT FROM auth.accounts WHERE folded_name = ?)
        OR EXISTS (SELECT FROM auth.accounts WHERE skeleton = ?)
        OR EXISTS (SELECT FROM arriving_users WHERE folded_name = ? AND problem IS NULL)
        OR EXISTS (SELECT FROM arriving_users WHERE skeleton = ? AND problem IS NULL)
        OR EXISTS (SELECT FROM offered_names WHERE folded_name = ? OR skeleton = ?)
      """;

  static FreeNames prepare(Statements statements) throws SQLException {
    statements.run(
        "CREATE TEMP TABLE offered_names (folded_name text, skeleton text) ON COMMIT DROP");
    return new FreeNames(statements);
  }

  /**
   * The free name that is most like the wanted one.
   *
   * @param otherwise is tried if nothing of the wanted name can be kept
   */
  Username like(String wanted, String otherwise) throws SQLException {
    for (String candidate : candidates(wanted, otherwise).toList()) {
      Username name = allowed(candidate);
      if (name != null && !isTaken(name)) {
        statements.run("INSERT INTO offered_names VALUES (?, ?)", name.folded(), name.skeleton());
        return name;
      }
    }
    throw new IllegalStateException("No name like " + otherwise + " is free");
  }

  private static Stream<String> candidates(String wanted, String otherwise) {
    return Stream.of(cleaned(wanted), otherwise)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> Stream.concat(Stream.of(name), numbered(name)));
  }

  private static Stream<String> numbered(String name) {
    return IntStream.rangeClosed(2, MOST_TRIED).mapToObj(number -> name + "-" + number);
  }

  private static String cleaned(String wanted) {
    String name =
        Normalizer.normalize(wanted, Normalizer.Form.NFKC)
            .replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]+", "-")
            .replaceAll("^[\\p{M}-]+|-+$", "");
    int characters = Math.min(MOST_CHARACTERS, name.codePointCount(0, name.length()));
    return name.substring(0, name.offsetByCodePoints(0, characters));
  }

  private static Username allowed(String candidate) {
    try {
      return Usernames.checkRest(Usernames.checkMinimum(candidate));
    } catch (ParleyException e) {
      return null;
    }
  }

  private boolean isTaken(Username name) throws SQLException {
    return statements.holds(
        IS_TAKEN,
        name.folded(),
        name.skeleton(),
        name.folded(),
        name.skeleton(),
        name.folded(),
        name.skeleton());
  }
}
