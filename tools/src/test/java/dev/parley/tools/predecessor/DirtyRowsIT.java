package dev.parley.tools.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.stack.state.StackState;
import dev.parley.tools.backup.Migrations;
import dev.parley.tools.password.NoPassword;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports every kind of dirty row into a real PostgreSQL with the services' real tables. */
class DirtyRowsIT {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** Columns without types keep any value. */
  private static final String TABLES =
      """
      CREATE TABLE users (id, username, password_hash, created_at);
      CREATE TABLE messages (id, content, sender_id, recipient_id, is_global, created_at);
      """;

  private static final String USERS =
      "INSERT INTO users VALUES (3, 'ada', '%1$s', '2024-05-01 08:00:00'), (9, 'bob', '%1$s', '2024-05-01 09:00:00')"
          .formatted(
              Base64.getEncoder()
                  .encodeToString("s".repeat(64).getBytes(StandardCharsets.US_ASCII)));

  private static final String STORED =
      """
      SELECT 'account ' || username
        || CASE password_hash WHEN '%s' THEN ' must reset' WHEN '%s' THEN ' nobody' ELSE '' END
      FROM (SELECT * FROM auth.accounts WHERE username NOT IN ('ada', 'bob') ORDER BY id) a
      UNION ALL
      SELECT CASE WHEN name = 'global' THEN 'global ' || sender
          ELSE sender || '>' || recipient END
        || ': ' || content
        || CASE posted_at WHEN '2024-05-03 10:00:00+00' THEN '' ELSE ' at ' || posted_at END
      FROM (
        SELECT m.*, c.name, s.username AS sender, r.username AS recipient
        FROM history.messages m
        JOIN history.conversations c ON c.id = conversation_id
        JOIN history.accounts s ON s.user_id = m.sender_id
        LEFT JOIN history.accounts r ON name LIKE 'dm-%%' AND r.user_id::text =
          CASE WHEN split_part(name, '-', 2) = m.sender_id::text
            THEN split_part(name, '-', 3) ELSE split_part(name, '-', 2) END
        ORDER BY conversation_id, seq) m
      """
          .formatted(NoPassword.MUST_RESET, NoPassword.NOBODYS);

  @TempDir private static Path root;
  @TempDir private Path files;

  private static LocalPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    ServiceMigrations.packInto(root);
    DataFolder folder = DataFolder.prepare(root.resolve("data"));
    postgres = DatabaseAccess.launch(folder, folder.postgres());
    new Migrations(root).applyAll(database(), root.resolve("scripts"));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static StackState.Database database() {
    return LocalPostgres.database(postgres.port(), postgres.password());
  }

  @ParameterizedTest
  @MethodSource("dev.parley.tools.predecessor.DirtyRow#all")
  void eachKindIsToldAndNothingOfItIsPublished(DirtyRow row) throws Exception {
    Path file = chat(row.inserts());
    TakeoverOptions options = TakeoverOptions.defaults();
    if (row.problem() != null && row.problem().stops()) {
      assertTold(row, refusal(file, options));
      options = options.skippingBroken();
    }
    try (Connection connection = DatabaseAccess.connect(database())) {
      Takeover.Result result = transfer(file, connection, options);
      assertEquals(row.stored(), stored(connection));
      if (row.problem() != null) {
        assertTold(row, String.join("\n", result.changes()));
      } else {
        assertEquals(List.of(), result.changes());
      }
    }
  }

  private static void assertTold(DirtyRow row, String told) {
    String line = String.format(Locale.ROOT, "  %s: %d. ", row.problem().rows(), row.count());
    assertTrue(told.contains(line), told);
  }

  @Test
  void allProblemsOfAFileAreInOneReport() throws Exception {
    List<DirtyRow> stopping =
        DirtyRow.all().filter(row -> row.problem() != null && row.problem().stops()).toList();
    String told =
        refusal(
            chat(stopping.stream().map(DirtyRow::inserts).toArray(String[]::new)),
            TakeoverOptions.defaults());
    stopping.forEach(row -> assertTrue(told.contains(row.problem().rows()), told));
    assertTrue(told.lines().filter(line -> line.startsWith("      user ")).count() <= 15, told);
    assertTrue(told.lines().count() < 50, told);
    assertTrue(told.chars().noneMatch(unit -> unit == 0 || unit == 0x202E), told);
  }

  @Test
  void unaddressedMessagesMayBeKeptByTheirSenders() throws Exception {
    Path file =
        chat(
            "INSERT INTO messages VALUES (1, 'to nobody', 3, NULL, 0, '2024-05-03 10:00:00'), (2,"
                + " 'of nobody', 77, '', 0, '2024-05-03 10:00:00')");
    try (Connection connection = DatabaseAccess.connect(database())) {
      transfer(file, connection, TakeoverOptions.defaults().keepingUnaddressed());
      assertEquals(List.of("ada>ada: to nobody"), stored(connection));
    }
  }

  @Test
  void suggestedNamesLetEverybodyIn() throws Exception {
    List<DirtyRow> ofNames =
        DirtyRow.all()
            .filter(row -> row.problem() != null && row.problem().name().startsWith("NAME_"))
            .toList();
    List<String> inserts = new ArrayList<>();
    for (DirtyRow row : ofNames) {
      inserts.add(
          row.inserts()
              .replace(
                  "VALUES (5,", String.format(Locale.ROOT, "VALUES (%d,", 10 + inserts.size())));
    }
    Path file = chat(inserts.toArray(String[]::new));
    Path names = files.resolve("names");
    refusal(file, TakeoverOptions.defaults().withSuggestions(names));
    try (Connection connection = DatabaseAccess.connect(database())) {
      Renames renames = Renames.of(List.of(), Optional.of(names));
      Takeover.Result result =
          transfer(file, connection, TakeoverOptions.defaults().withRenames(renames));
      long paul = 1;
      assertEquals(2 + ofNames.size() - 1 + 500 + paul, result.users());
      assertEquals(List.of(), result.changes());
      List<String> stored = stored(connection);
      assertTrue(
          stored.containsAll(
              List.of("account my-name", "account Ada-2", "account user-100", "account user-10")),
          stored.toString());
    }
    assertTrue(Files.readString(names).contains("my name=my-name\n"), Files.readString(names));
  }

  private Path chat(String... inserts) throws SQLException {
    Path file = files.resolve("chat.db");
    OldChat.write(file, TABLES, USERS);
    return OldChat.write(file, inserts);
  }

  private static String refusal(Path file, TakeoverOptions options) throws SQLException {
    try (Connection connection = DatabaseAccess.connect(database())) {
      return assertThrows(StackException.class, () -> transfer(file, connection, options))
          .getMessage();
    }
  }

  /** Never committed, so the next kind finds an unchanged database. */
  private static Takeover.Result transfer(Path file, Connection connection, TakeoverOptions options)
      throws SQLException {
    try (OldDatabase old = OldDatabase.open(file, NOW)) {
      return new Transfer(old, connection, options, line -> {}).run();
    }
  }

  private static List<String> stored(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    new Statements(connection).read(STORED, row -> lines.add(row.getString(1)));
    return lines;
  }
}
