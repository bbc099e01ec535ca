package dev.parley.stack.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.stack.state.FolderLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real PostgreSQL with the services' real tables. */
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
        (4, 'earlier, to nobody in particular', 9, NULL, 0, '2024-05-03 11:00:00'),
        (5, '', 9, NULL, 1, '2024-05-03 11:30:00'),
        (6, 'to ada', 9, 3, 0, '2024-05-03 12:00:00'),
        (7, 'note to myself', 9, 9, 0, '2024-05-03 12:00:00');
      """;

  @TempDir private Path root;
  @TempDir private Path data;

  private final List<String> progress = new ArrayList<>();
  private DataFolder folder;

  @BeforeEach
  void prepare() throws IOException {
    folder = DataFolder.prepare(data);
    packMigrations("auth-service");
    packMigrations("history-service");
  }

  /** As a build of the service does. */
  private void packMigrations(String module) throws IOException {
    Path jar = root.resolve(module).resolve("target/quarkus-app/app/service.jar");
    Files.createDirectories(jar.getParent());
    try (OutputStream stream = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(stream);
        DirectoryStream<Path> scripts =
            Files.newDirectoryStream(
                Path.of("..", module, "src/main/resources/db/migration"), "*.sql")) {
      for (Path script : scripts) {
        zip.putNextEntry(new ZipEntry("db/migration/" + script.getFileName()));
        Files.copy(script, zip);
      }
    }
  }

  @Test
  void everythingComesOverInItsOrderAndWithItsTimes() throws Exception {
    Path file = OldChat.write(root.resolve("chat.db"), OldChat.TABLES, USERS, MESSAGES);
    assertEquals(new Takeover.Result(2, 6, 1), takeOver(file, Map.of("bob", "robert"), false));
    assertEquals("  7 of 7 messages", progress.getLast());
    assertEquals(
        List.of(
            "ada|ada|" + HASH + "|2024-05-01 08:00:00+00",
            "robert|robert|" + HASH + "|2024-05-02 08:00:00.5+00"),
        rows(
            "SELECT username, folded_name, password_hash, created_at FROM auth.accounts ORDER BY id"));
    assertEquals(
        List.of(
            "global|1|ada|first|2024-05-03 10:00:00.000001+00",
            "global|2|robert|earlier, to nobody in particular|2024-05-03 11:00:00+00",
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
            "SELECT user_id, name, read_seq FROM history.participants JOIN history.conversations ON id = conversation_id ORDER BY user_id, name"));
    assertEquals(
        List.of("dm-1-2|2", "dm-2-2|1", "global|3"),
        rows("SELECT name, last_seq FROM history.conversations ORDER BY name"));
  }

  @Test
  void aSecondRunDoesNothingTwice() throws Exception {
    Path file = OldChat.write(root.resolve("chat.db"), OldChat.TABLES, USERS, MESSAGES);
    takeOver(file, Map.of(), false);
    assertRefused(file, "If the file was imported before, there is nothing left to do.");
    assertEquals(List.of("2|6"), counts());
  }

  @Test
  void aDryRunChangesNothingAndAFailureLeavesNothingBehind() throws Exception {
    Path good = OldChat.write(root.resolve("good.db"), OldChat.TABLES, USERS, MESSAGES);
    assertEquals(new Takeover.Result(2, 6, 1), takeOver(good, Map.of(), true));
    assertEquals(List.of("0|0"), counts());
    String stray = "INSERT INTO messages VALUES (8, 'x', 77, NULL, 1, '2024-05-05 10:00:00')";
    Path broken = OldChat.write(root.resolve("broken.db"), OldChat.TABLES, USERS, MESSAGES, stray);
    assertRefused(broken, "the sender of message 8 is the user 77, who is not in the file");
    assertEquals(List.of("0|0"), counts());
    String timeless = "INSERT INTO messages VALUES (8, 'x', 3, NULL, 1, 'yesterday')";
    Path odd = OldChat.write(root.resolve("odd.db"), OldChat.TABLES, USERS, timeless);
    assertRefused(odd, "The time of message 8 is not readable: yesterday");
    assertEquals(List.of("0|0"), counts());
  }

  @Test
  void aNameThatIsTakenIsTold() throws Exception {
    Path one = OldChat.write(root.resolve("one.db"), OldChat.TABLES, USERS);
    takeOver(one, Map.of(), false);
    Path other = OldChat.write(root.resolve("other.db"), OldChat.TABLES, USERS, MESSAGES);
    assertRefused(other, "\"ada\": an account here has this name");
    assertEquals(List.of("2|0"), counts());
    takeOver(other, Map.of("ada", "ada2", "bob", "bob2"), false);
    assertEquals(List.of("4|6"), counts());
  }

  @Test
  void whatIsNotThePredecessorsIsRefused() throws Exception {
    assertRefused(root.resolve("missing.db"), "There is no readable file");
    assertRefused(Files.writeString(root.resolve("text.db"), "hello"), "is no SQLite database");
    Path foreign = OldChat.write(root.resolve("foreign.db"), "CREATE TABLE users (id INTEGER)");
    assertRefused(foreign, "is not the database of the chat that Parley succeeds");
    byte[] cut = Files.readAllBytes(OldChat.write(root.resolve("cut.db"), OldChat.TABLES, USERS));
    Files.write(root.resolve("cut.db"), Arrays.copyOf(cut, 4096 + 100));
    assertRefused(root.resolve("cut.db"), "");
  }

  @Test
  void aRunningParleyIsToBeStoppedFirst() throws Exception {
    Path file = OldChat.write(root.resolve("chat.db"), OldChat.TABLES, USERS, MESSAGES);
    try (FolderLock running = FolderLock.take(folder)) {
      assertRefused(file, "already runs on");
      assertTrue(Files.exists(folder.lock()), running::toString);
    }
  }

  private Takeover.Result takeOver(Path file, Map<String, String> renames, boolean dryRun) {
    return new Takeover(root, folder, progress::add).of(file, renames, dryRun);
  }

  private void assertRefused(Path file, String sentence) {
    StackException refusal =
        assertThrows(StackException.class, () -> takeOver(file, Map.of(), false));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
  }

  private List<String> counts() throws SQLException {
    return rows(
        "SELECT (SELECT count(*) FROM auth.accounts), (SELECT count(*) FROM history.messages)");
  }

  private List<String> messages(String condition) throws SQLException {
    return rows(
        "SELECT name, seq, sender_name, content, created_at FROM history.messages JOIN history.conversations c ON c.id = conversation_id WHERE %s ORDER BY name, seq"
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
