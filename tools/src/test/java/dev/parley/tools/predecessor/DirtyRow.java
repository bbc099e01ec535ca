package dev.parley.tools.predecessor;

import static dev.parley.tools.predecessor.Problem.*;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of row that no careful program writes, and the import's answer to it.
 *
 * @param kind its name in words
 * @param inserts the file's content besides the users ada (3) and bob (9)
 * @param problem the problem in the report; null if the row is read as if nothing were wrong
 * @param stored the content of the database afterwards, without the rows that stopped the import
 */
record DirtyRow(String kind, String inserts, Problem problem, long count, List<String> stored) {

  private static final String TIME = "'2024-05-03 10:00:00'";
  private static final String ELEVEN = " at 2024-05-03 11:00:00+00";

  static Stream<DirtyRow> all() {
    return Stream.of(audiences(), people(), contents(), times(), users(), names(), passwords())
        .flatMap(kinds -> kinds);
  }

  @Override
  public String toString() {
    return kind;
  }

  private static DirtyRow message(String kind, String row, Problem problem, String... stored) {
    return new DirtyRow(
        kind, "INSERT INTO messages VALUES (%s)".formatted(row), problem, 1, List.of(stored));
  }

  private static DirtyRow user(String kind, String row, Problem problem, String... stored) {
    return new DirtyRow(
        kind, "INSERT INTO users VALUES (%s)".formatted(row), problem, 1, List.of(stored));
  }

  private static DirtyRow addressed(String kind, String to, Problem problem, String... stored) {
    return message(kind, "1, 'hi', 3, %s, %s".formatted(to, TIME), problem, stored);
  }

  private static Stream<DirtyRow> audiences() {
    return Stream.of(
        addressed("private, recipient NULL", "NULL, 0", UNADDRESSED_LEFT_OUT),
        addressed("private, recipient empty", "'', 0", UNADDRESSED_LEFT_OUT),
        addressed("private, recipient blank", "'  ', 0", UNADDRESSED_LEFT_OUT),
        addressed("private as a word, no recipient", "NULL, 'false'", UNADDRESSED_LEFT_OUT),
        addressed("flag NULL, no recipient", "NULL, NULL", UNADDRESSED_LEFT_OUT),
        addressed("flag a word, no recipient", "NULL, 'yes'", FLAG_ODD),
        addressed("flag 2, no recipient", "NULL, 2", FLAG_ODD),
        addressed("flag bytes, no recipient", "NULL, X'01'", FLAG_ODD),
        addressed("flag NULL, a recipient", "9, NULL", FLAG_ODD, "ada>bob: hi"),
        addressed("for everybody, yet a recipient", "9, 1", FLAG_CONTRADICTED, "ada>bob: hi"),
        addressed(
            "for everybody, recipient 0",
            "0, 1",
            FLAG_CONTRADICTED,
            "account deleted-user nobody",
            "ada>deleted-user: hi"),
        addressed("for everybody as a word", "'', 'True'", null, "global ada: hi"));
  }

  private static Stream<DirtyRow> people() {
    String placeholder = "account deleted-user nobody";
    String global = "NULL, 1, " + TIME;
    return Stream.of(
        message(
            "sender gone",
            "1, 'hi', 77, " + global,
            SENDER_GONE,
            placeholder,
            "global deleted-user: hi"),
        message(
            "sender NULL",
            "1, 'hi', NULL, " + global,
            SENDER_GONE,
            placeholder,
            "global deleted-user: hi"),
        message(
            "sender a name",
            "1, 'hi', 'ada', " + global,
            SENDER_GONE,
            placeholder,
            "global deleted-user: hi"),
        message(
            "sender beyond a long",
            "1, 'hi', '99999999999999999999', " + global,
            SENDER_GONE,
            placeholder,
            "global deleted-user: hi"),
        message(
            "sender gone, private",
            "1, 'hi', 77, 3, 0, " + TIME,
            SENDER_GONE,
            placeholder,
            "deleted-user>ada: hi"),
        message("sender an id as text", "1, 'hi', '3', " + global, null, "global ada: hi"),
        message("sender an id as a real", "1, 'hi', 3.0, " + global, null, "global ada: hi"),
        addressed("recipient gone", "77, 0", RECIPIENT_GONE, placeholder, "ada>deleted-user: hi"),
        addressed(
            "recipient a name", "'bob', 0", RECIPIENT_GONE, placeholder, "ada>deleted-user: hi"),
        addressed(
            "recipient bytes", "X'FF', 0", RECIPIENT_GONE, placeholder, "ada>deleted-user: hi"),
        message("both gone", "1, 'hi', 77, 78, 0, " + TIME, BOTH_GONE),
        message("gone, to themselves", "1, 'hi', 77, 77, 0, " + TIME, BOTH_GONE),
        new DirtyRow(
            "sender gone, and the placeholder's name is taken",
            "INSERT INTO messages VALUES (1, 'hi', 77, NULL, 1, %s); INSERT INTO users SELECT 5, 'Deleted-User', password_hash, created_at FROM users WHERE id = 3"
                .formatted(TIME),
            SENDER_GONE,
            1,
            List.of(
                "account Deleted-User",
                "account deleted-user-2 nobody",
                "global deleted-user-2: hi")),
        message("message id NULL", "NULL, 'hi', 3, " + global, null, "global ada: hi"),
        message("message id a word", "'x', 'hi', 3, " + global, null, "global ada: hi"),
        message(
            "message id twice",
            "1, 'hi', 3, NULL, 1, %1$s), (1, 'ho', 3, NULL, 1, %1$s".formatted(TIME),
            null,
            "global ada: hi",
            "global ada: ho"));
  }

  private static DirtyRow content(String kind, String sql, Problem problem, String... stored) {
    return message(kind, "1, %s, 3, NULL, 1, %s".formatted(sql, TIME), problem, stored);
  }

  private static Stream<DirtyRow> contents() {
    return Stream.of(
        content("content NULL", "NULL", CONTENT_EMPTY),
        content("content blank", "' ' || char(10)", CONTENT_EMPTY),
        content("content a number", "42", null, "global ada: 42"),
        content(
            "content with NUL", "'a' || char(0) || 'b'", CONTENT_REPAIRED, "global ada: a\uFFFDb"),
        content(
            "content with half a surrogate pair",
            "CAST(X'61EDA08062' AS TEXT)",
            null,
            "global ada: a\uFFFDb"),
        content("content bytes of text", "X'C3A4'", CONTENT_FROM_BYTES, "global ada: \u00E4"),
        content("content bytes of a picture", "X'89504E47FF'", CONTENT_IS_NO_TEXT),
        content("content of 5 MB", "printf('%.*c', 5000000, 'x')", CONTENT_TOO_LARGE),
        content(
            "content with what COPY escapes",
            "'\\N' || char(9, 13, 10) || '\\.'",
            null,
            "global ada: \\N\t\r\n\\."),
        content(
            "content too long",
            "printf('%.*c', 4001, 'x')",
            CONTENT_SPLIT,
            "global ada: " + "x".repeat(4000),
            "global ada: x"));
  }

  /** Follows a message of eleven o'clock. */
  private static DirtyRow time(String kind, String sql, Problem problem, String at) {
    return message(
        kind,
        "1, 'first', 3, NULL, 1, '2024-05-03 11:00:00'), (2, 'hi', 3, NULL, 1, " + sql,
        problem,
        at.compareTo(ELEVEN) < 0
            ? new String[] {"global ada: hi" + at, "global ada: first" + ELEVEN}
            : new String[] {"global ada: first" + ELEVEN, "global ada: hi" + at});
  }

  private static Stream<DirtyRow> times() {
    return Stream.of(
        time(
            "time with a zone",
            "'2024-05-03 13:30:00+02:00'",
            TIME_OF_ANOTHER_FORM,
            " at 2024-05-03 11:30:00+00"),
        time(
            "time with an offset of 0",
            "'2024-05-03T11:30:00+00:00'",
            TIME_OF_ANOTHER_FORM,
            " at 2024-05-03 11:30:00+00"),
        time(
            "time with Z",
            "'2024-05-03T10:30:00Z'",
            TIME_OF_ANOTHER_FORM,
            " at 2024-05-03 10:30:00+00"),
        time("a date", "'2024-05-03'", TIME_OF_ANOTHER_FORM, " at 2024-05-03 00:00:00+00"),
        time("seconds", "1714735800", TIME_OF_ANOTHER_FORM, " at 2024-05-03 11:30:00+00"),
        time(
            "seconds as a real",
            "1714735800.5",
            TIME_OF_ANOTHER_FORM,
            " at 2024-05-03 11:30:00.5+00"),
        time(
            "milliseconds",
            "1714735800001",
            TIME_OF_ANOTHER_FORM,
            " at 2024-05-03 11:30:00.001+00"),
        time(
            "milliseconds as text",
            "'1714735800001'",
            TIME_OF_ANOTHER_FORM,
            " at 2024-05-03 11:30:00.001+00"),
        time(
            "microseconds",
            "1714735800000001",
            TIME_OF_ANOTHER_FORM,
            " at 2024-05-03 11:30:00.000001+00"),
        time("time NULL", "NULL", TIME_MISSING, ELEVEN),
        time("time empty", "''", TIME_MISSING, ELEVEN),
        time("time a word", "'yesterday'", TIME_UNREADABLE, ELEVEN),
        time("time bytes", "X'FF'", TIME_UNREADABLE, ELEVEN),
        time("time 0", "0", TIME_UNREADABLE, ELEVEN),
        time("30 February", "'2024-02-30 10:00:00'", TIME_UNREADABLE, ELEVEN),
        time("year 0", "'0000-01-01 00:00:00'", TIME_IMPOSSIBLE, ELEVEN),
        time("year 9999", "'9999-12-31 23:59:59'", TIME_IMPOSSIBLE, ELEVEN));
  }

  private static Stream<DirtyRow> users() {
    return Stream.of(
        user("user id NULL", "NULL, 'carl', 'x', " + TIME, USER_WITHOUT_ID),
        user("user id a word", "'abc', 'carl', 'x', " + TIME, USER_WITHOUT_ID),
        user("user id twice", "3, 'carl', 'x', " + TIME, USER_ID_TWICE),
        user(
            "user id as text",
            "'5', 'carl', (SELECT password_hash FROM users), " + TIME,
            null,
            "account carl"),
        user(
            "user time NULL",
            "5, 'carl', (SELECT password_hash FROM users), NULL",
            REGISTRATION_TIME_GUESSED,
            "account carl"),
        user(
            "user time a word",
            "5, 'carl', (SELECT password_hash FROM users), 'x'",
            REGISTRATION_TIME_GUESSED,
            "account carl"));
  }

  private static DirtyRow name(String kind, String sql, Problem problem, String... stored) {
    return user(
        kind, "5, %s, (SELECT password_hash FROM users), %s".formatted(sql, TIME), problem, stored);
  }

  private static Stream<DirtyRow> names() {
    return Stream.of(
        name("name NULL", "NULL", NAME_MISSING),
        name("name empty", "''", NAME_MISSING),
        name("name blank", "'   '", NAME_MISSING),
        name("name bytes", "X'FF'", NAME_MISSING),
        name("name in another case", "'Ada'", NAME_TWICE),
        name("name twice", "'ada'", NAME_TWICE),
        name(
            "name that looks like another",
            "'paul', (SELECT password_hash FROM users), %s), (6, 'pau1'".formatted(TIME),
            NAME_TWICE,
            "account paul"),
        name("name with a space", "'my name'", NAME_NOT_ALLOWED),
        name("name of one letter", "'x'", NAME_NOT_ALLOWED),
        name("name of 5,000 letters", "printf('%.*c', 5000, 'x')", NAME_NOT_ALLOWED),
        name("name with NUL", "'car' || char(0) || 'l'", NAME_NOT_ALLOWED),
        name("name that turns the text", "'car' || char(8238) || 'l'", NAME_NOT_ALLOWED),
        name("name of two scripts", "'carl' || char(1072)", NAME_NOT_ALLOWED),
        name("name a number", "12345", null, "account 12345"),
        name("name with spaces around", "' carl '", null, "account carl"),
        new DirtyRow(
            "500 names with spaces",
            "INSERT INTO users WITH RECURSIVE n(i) AS (VALUES (100) UNION ALL SELECT i + 1 FROM n"
                + " LIMIT 500) SELECT i, 'user ' || i, password_hash, created_at FROM n, (SELECT *"
                + " FROM users LIMIT 1)",
            NAME_NOT_ALLOWED,
            500,
            List.of()));
  }

  private static DirtyRow hash(String kind, String sql, Problem problem, String... stored) {
    return user(kind, "5, 'carl', %s, %s".formatted(sql, TIME), problem, stored);
  }

  private static Stream<DirtyRow> passwords() {
    String mustReset = "account carl must reset";
    return Stream.of(
        hash("hash NULL", "NULL", PASSWORD_UNUSABLE, mustReset),
        hash("hash empty", "''", PASSWORD_UNUSABLE, mustReset),
        hash(
            "hash of bcrypt",
            "'$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234'",
            PASSWORD_UNUSABLE,
            mustReset),
        hash(
            "hash of 32 bytes",
            "'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='",
            PASSWORD_UNUSABLE,
            mustReset),
        hash("hash as bytes", "randomblob(64)", PASSWORD_UNUSABLE, mustReset),
        hash(
            "hash on two lines",
            "(SELECT substr(password_hash, 1, 76) || char(10) || substr(password_hash, 77) FROM"
                + " users)",
            null,
            "account carl"));
  }
}
