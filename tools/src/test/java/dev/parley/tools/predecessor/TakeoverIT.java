package dev.parley.tools.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.stack.state.FolderLock;
import dev.parley.tools.command.ToolsCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a real PostgreSQL with the services' real tables. */
class TakeoverIT {

  private static final String HASH = Base64.getEncoder().encodeToString(new byte[64]);

  private static final String USERS =
      """
      INSERT INTO users (id, username, password_hash, created_at, is_online) VALUES
        (3, 'ada', '%1$s', '2024-05-01 08:00:00', 0),
        (9, 'bob', '%1$s', '2024-05-02 08:00:00.5', 1);
      """
          .formatted(HASH);

  private static final String MESSAGES =
      """
      INSERT INTO messages (id, content, sender_id, recipient_id, is_global, created_at) VALUES
        (1, 'first', 3, NULL, 1, '2024-05-03 10:00:00.000001'),
        (2, 'to bob', 3, 9, 0, '2024-05-03 10:00:01'),
        (3, 'late', 9, NULL, 1, '2024-05-04T10:00:00.123456'),
        (4, 'earlier', 9, '', 1, '2024-05-03 11:00:00'),
        (5, '', 9, NULL, 1, '2024-05-03 11:30:00'),
        (6, 'to ada', 9, 3, 0, '2024-05-03 12:00:00'),
        (7, 'note to myself', 9, 9, 0, '2024-05-03 12:00:00');
      """;

  private static final String PEOPLE =
      """
      INSERT INTO users WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 300)
        SELECT i, 'user' || i, '%s', '2024-05-01 08:00:00', NULL, 0 FROM n
      """
          .formatted(HASH);

  private static final String PAIRS =
      """
      INSERT INTO messages SELECT NULL, 'hello', a.id, b.id, 0, '2024-05-03 10:00:00'
        FROM users a JOIN users b ON a.id <= b.id
      """;

  @TempDir private Path root;
  @TempDir private Path data;

  private final List<String> progress = new ArrayList<>();
  private DataFolder folder;

  @BeforeEach
  void prepare() throws IOException {
    folder = DataFolder.prepare(data);
    ServiceMigrations.packInto(root);
  }

  @Test
  void everythingComesOverInItsOrderAndWithItsTimes() throws Exception {
    Path file = OldChat.write(root.resolve("chat.db"), OldChat.TABLES, USERS, MESSAGES);
    Takeover.Result result = takeOver(file, renaming("bob=robert"));
    assertEquals(2, result.users());
    assertEquals(6, result.messages());
    assertEquals(
        List.of("  Empty messages: 1. They are left out.", "      message 5"), result.changes());
    assertTrue(progress.contains("  7 of 7 messages"), progress.toString());
    assertEquals(
        List.of(
            "ada|ada|" + HASH + "|2024-05-01 08:00:00+00",
            "robert|robert|" + HASH + "|2024-05-02 08:00:00.5+00"),
        rows(
            "SELECT username, folded_name, password_hash, created_at FROM auth.accounts ORDER BY"
                + " id"));
    assertEquals(
        List.of("ada", "robert"),
        rows(
            "SELECT username FROM auth.accounts_outbox JOIN auth.accounts a ON a.id = account_id"
                + " ORDER BY username"));
    assertEquals(
        List.of(
            "global|1|ada|first|2024-05-03 10:00:00.000001+00",
            "global|2|robert|earlier|2024-05-03 11:00:00+00",
            "global|3|robert|late|2024-05-04 10:00:00.123456+00"),
        messages("name = 'global'"));
    assertEquals(
        List.of(
            "dm-1-2|1|ada|to bob|2024-05-03 10:00:01+00",
            "dm-1-2|2|robert|to ada|2024-05-03 12:00:00+00",
            "dm-2-2|1|robert|note to myself|2024-05-03 12:00:00+00"),
        messages("name <> 'global'"));
    assertEquals(
        List.of("1|dm-1-2|2", "1|global|3", "2|dm-1-2|2", "2|dm-2-2|1", "2|global|3"),
        rows(
            "SELECT user_id, name, read_seq FROM history.read_marks JOIN history.conversations ON"
                + " id = conversation_id ORDER BY user_id, name"));
    assertEquals(
        List.of("1|dm-1-2", "2|dm-1-2", "2|dm-2-2"),
        rows(
            "SELECT user_id, name FROM history.members JOIN history.conversations ON"
                + " id = conversation_id ORDER BY user_id, name"));
    assertEquals(
        List.of("dm-1-2|2", "dm-2-2|1", "global|3"),
        rows("SELECT name, last_seq FROM history.conversations ORDER BY name"));
  }

  @Test
  void aSecondRunDoesNothingTwice() throws Exception {
    Path file = OldChat.write(root.resolve("chat.db"), OldChat.TABLES, USERS, MESSAGES);
    takeOver(file, TakeoverOptions.defaults());
    assertRefused(file, "If the file was imported before, there is nothing left to do.");
    assertEquals(List.of("2|6"), counts());
  }

  @Test
  void aDryRunLeavesNoTrace() throws Exception {
    Path good = OldChat.write(root.resolve("good.db"), OldChat.TABLES, USERS, MESSAGES);
    folder = new DataFolder(root.resolve("not/there"));
    assertEquals(6, takeOver(good, TakeoverOptions.defaults().asDryRun()).messages());
    assertFalse(Files.exists(folder.path().getParent()));
  }

  @Test
  void aDryRunKnowsTheAccountsThatAreThere() throws Exception {
    Path one = OldChat.write(root.resolve("one.db"), OldChat.TABLES, USERS);
    takeOver(one, TakeoverOptions.defaults());
    StackException refusal =
        assertThrows(
            StackException.class, () -> takeOver(one, TakeoverOptions.defaults().asDryRun()));
    assertTrue(refusal.getMessage().contains(Problem.NAME_TAKEN.rows() + ": 2."));
    takeOver(one, renaming("ada=ada2", "bob=bob2").asDryRun());
    assertEquals(List.of("2|0"), counts());
  }

  @Test
  void aRefusalLeavesNoDatabaseBehind() throws Exception {
    String stray = "INSERT INTO users VALUES (8, 'my name', 'x', '2024-05-05 10:00:00', NULL, 0)";
    Path broken = OldChat.write(root.resolve("broken.db"), OldChat.TABLES, USERS, stray);
    assertRefused(broken, "user 8 \"my name\"");
    assertFalse(folder.hasDatabase());
  }

  @Test
  void aNameThatIsTakenIsTold() throws Exception {
    Path one = OldChat.write(root.resolve("one.db"), OldChat.TABLES, USERS);
    takeOver(one, TakeoverOptions.defaults());
    Path other = OldChat.write(root.resolve("other.db"), OldChat.TABLES, USERS, MESSAGES);
    assertRefused(other, "user 3 \"ada\"; free: ada-2");
    assertEquals(List.of("2|0"), counts());
    takeOver(other, renaming("ada=ada2", "bob=bob2"));
    assertEquals(List.of("4|6"), counts());
  }

  /** Every pair of 300 people has a conversation, and the heap is too small for a list of them. */
  @Test
  void manyConversationsFitIntoASmallHeapAndAKillLeavesNothingHalf() throws Exception {
    Path file = OldChat.write(root.resolve("large.db"), OldChat.TABLES, PEOPLE, PAIRS);
    Process killed = startImport(file);
    try (BufferedReader said = killed.inputReader(StandardCharsets.UTF_8)) {
      assertTrue(said.lines().anyMatch(line -> line.contains("of 45150 messages")));
      killed.destroyForcibly().waitFor();
    }
    assertEquals(List.of("0|0"), counts());
    Process whole = startImport(file);
    String said = new String(whole.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, whole.waitFor(), said);
    assertEquals(List.of("300|45150"), counts());
    assertEquals(
        List.of("45150|90000"),
        rows(
            "SELECT (SELECT count(*) FROM history.conversations WHERE last_seq = 1), (SELECT"
                + " count(*) FROM history.members)"));
  }

  private Process startImport(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dparley.root=" + root,
            "-cp",
            System.getProperty("java.class.path"),
            ToolsCommand.class.getName(),
            "import",
            "--data",
            folder.path().toString(),
            file.toString())
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void aRunningParleyIsToBeStoppedFirst() throws Exception {
    Path file = OldChat.write(root.resolve("chat.db"), OldChat.TABLES, USERS, MESSAGES);
    try (FolderLock running = FolderLock.take(folder)) {
      assertRefused(file, "already runs on");
      assertTrue(Files.exists(folder.lock()), running::toString);
    }
  }

  private static TakeoverOptions renaming(String... renames) {
    return TakeoverOptions.defaults().withRenames(Renames.of(List.of(renames), Optional.empty()));
  }

  private Takeover.Result takeOver(Path file, TakeoverOptions options) {
    return new Takeover(root, folder, progress::add).of(file, options);
  }

  private void assertRefused(Path file, String sentence) {
    StackException refusal =
        assertThrows(StackException.class, () -> takeOver(file, TakeoverOptions.defaults()));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
  }

  private List<String> counts() throws SQLException {
    return rows(
        "SELECT (SELECT count(*) FROM auth.accounts), (SELECT count(*) FROM history.messages)");
  }

  private List<String> messages(String condition) throws SQLException {
    return rows(
        "SELECT name, seq, username, content, posted_at FROM history.messages JOIN history.accounts ON user_id = sender_id JOIN history.conversations c ON c.id = conversation_id WHERE %s ORDER BY name, seq"
            .formatted(condition));
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (DatabaseAccess database = DatabaseAccess.open(folder);
        Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          columns.add(result.getString(i));
        }
        rows.add(String.join("|", columns));
      }
    }
    return rows;
  }
}
