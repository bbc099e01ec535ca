package dev.parley.tools.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, foreign, in use, or were left by a program that was killed. */
class OldFileTest {

  private static final String MANY =
      """
      INSERT INTO messages WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 2000)
        SELECT i, printf('%.200c', 'x'), 1, NULL, 1, '2024-05-03 10:00:00' FROM n
      """;

  @TempDir private Path folder;

  @Test
  void whatIsNoSqliteFileIsToldInOneSentence() throws Exception {
    assertRefused(folder.resolve("missing.db"), "There is no file");
    assertRefused(folder, "is a folder: name the SQLite file in it");
    assertRefused(Files.createFile(folder.resolve("empty.db")), "is empty");
    assertRefused(Files.writeString(folder.resolve("text.db"), "hello, world, hello"), "no SQLite");
  }

  @Test
  void allTablesAndColumnsThatAreMissingAreToldAtOnce() throws Exception {
    Path bare = OldChat.write(folder.resolve("bare.db"), "CREATE TABLE users (id INTEGER)");
    assertRefused(
        bare,
        "its table users has no username, password_hash, created_at; it has no table messages");
  }

  @Test
  void anUpperCaseColumnIsTheSameColumn() throws Exception {
    Path file =
        OldChat.write(folder.resolve("upper.db"), OldChat.TABLES.replace("content", "CONTENT"));
    assertEquals(0, messages(file).size());
  }

  @Test
  void aFileThatWasCutOffIsToldAsDamaged() throws Exception {
    byte[] whole = Files.readAllBytes(OldChat.write(folder.resolve("a.db"), OldChat.TABLES, MANY));
    for (int length : List.of(50, 100, 4096 + 100, whole.length - 4096, whole.length - 1)) {
      Path cut = Files.write(folder.resolve("cut.db"), Arrays.copyOf(whole, length));
      assertRefused(cut, "is damaged, or was cut off");
    }
  }

  @Test
  void aPageOfRubbishIsToldAsDamaged() throws Exception {
    Path file = OldChat.write(folder.resolve("a.db"), OldChat.TABLES, MANY);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(
        bytes, bytes.length / 2 / 4096 * 4096, (bytes.length / 2 / 4096 + 8) * 4096, (byte) 77);
    Files.write(file, bytes);
    assertRefused(file, "is damaged, or was cut off");
  }

  @Test
  void aLockedFileIsTold() throws Exception {
    Path file = OldChat.write(folder.resolve("chat.db"), OldChat.TABLES);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN EXCLUSIVE");
      assertRefused(file, "is locked by another program");
    }
  }

  @Test
  void theLogBesideAFileIsReadToo() throws Exception {
    Path file = folder.resolve("chat.db");
    try (Connection running = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = running.createStatement()) {
      statement.execute("PRAGMA journal_mode = wal");
      statement.executeUpdate(OldChat.TABLES);
      statement.executeUpdate(MANY);
      assertTrue(Files.size(folder.resolve("chat.db-wal")) > 0);
      assertEquals(2000, messages(file).size());
      Path copy = copyWithLog(file, "-wal");
      assertEquals(2000, messages(copy).size());
    }
  }

  /** Its program was killed during a write, so SQLite must roll back, in a copy. */
  @Test
  void anUnfinishedTransactionIsTakenBackAndTheFileStaysAsItIs() throws Exception {
    Path file = OldChat.write(folder.resolve("chat.db"), OldChat.TABLES, MANY);
    try (Connection killed = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = killed.createStatement()) {
      statement.execute("PRAGMA cache_size = 5");
      statement.executeUpdate("BEGIN");
      statement.executeUpdate("UPDATE messages SET content = printf('%.190c', 'y')");
      Path copy = copyWithLog(file, "-journal");
      byte[] before = Files.readAllBytes(copy);
      assertFalse(messages(copy).stream().anyMatch(text -> text.startsWith("y")));
      assertEquals(2000, messages(copy).size());
      assertTrue(Arrays.equals(before, Files.readAllBytes(copy)));
    }
  }

  private Path copyWithLog(Path file, String ending) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy")).resolve("chat.db");
    Files.copy(file, copy);
    Files.copy(folder.resolve("chat.db" + ending), copy.resolveSibling("chat.db" + ending));
    return copy;
  }

  private static void assertRefused(Path file, String sentence) {
    StackException refusal = assertThrows(StackException.class, () -> messages(file));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("SQLITE_"), refusal.getMessage());
  }

  private static List<String> messages(Path file) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (OldDatabase old = OldDatabase.open(file, Instant.parse("2026-01-01T00:00:00Z"))) {
      old.readMessages(message -> texts.add(message.content().text().orElse("")));
    }
    return texts;
  }
}
