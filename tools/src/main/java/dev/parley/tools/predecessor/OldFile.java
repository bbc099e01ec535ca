package dev.parley.tools.predecessor;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import dev.parley.stack.binaries.FolderTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file, which is only read. SQLite sometimes cannot read a file without writing beside
 * it, because its last program was killed or its folder is read-only. Then a copy is read, together
 * with the log ({@code -wal}, {@code -journal}), which has the newest messages.
 */
record OldFile(Path path) {

  private static final String MAGIC = "SQLite format 3\0";
  private static final int HEADER_BYTES = 100;
  private static final int PAGE_SIZE_AT = 16;

  private static final String DAMAGED =
      "Nothing was imported: %1$s is damaged, or was cut off when it was copied. Copy it again, or"
          + " repair it: sqlite3 %1$s .recover | sqlite3 repaired.db";

  private static final List<String> LOGS = List.of("-wal", "-journal");

  /** Fails with a sentence if this cannot be an SQLite file. */
  void requireSqlite() {
    require(Files.exists(path), "There is no file %s.");
    require(!Files.isDirectory(path), "%s is a folder: name the SQLite file in it.");
    require(Files.isRegularFile(path), "%s is no file that can be read.");
    require(Files.isReadable(path), "You may not read %s: make it yours (chown), or copy it.");
    byte[] header = header();
    require(header.length > 0, "%s is empty: there is nothing to import.");
    require(
        new String(header, StandardCharsets.ISO_8859_1).startsWith(MAGIC),
        "%s is no SQLite database.");
    require(hasWholePages(header), DAMAGED);
  }

  private void require(boolean holds, String sentence) {
    if (!holds) {
      throw new StackException(sentence.formatted(path));
    }
  }

  private byte[] header() {
    try (InputStream stream = Files.newInputStream(path)) {
      return stream.readNBytes(HEADER_BYTES);
    } catch (IOException e) {
      throw new StackException("%s cannot be read: %s.".formatted(path, IoReason.of(e)), e);
    }
  }

  /** SQLite itself fills a page that was cut off with zeros. */
  private boolean hasWholePages(byte[] header) {
    if (header.length < HEADER_BYTES) {
      return false;
    }
    int written = ByteBuffer.wrap(header).getShort(PAGE_SIZE_AT) & 0xFFFF;
    int pageBytes = written == 1 ? 65_536 : written;
    return pageBytes > 0 && path.toFile().length() % pageBytes == 0;
  }

  /** An open file, and the folder of its copy if there is one. */
  record Opened(Connection connection, Optional<Path> copy) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      try {
        connection.close();
      } finally {
        copy.ifPresent(FolderTree::delete);
      }
    }
  }

  Opened open() throws SQLException {
    requireSqlite();
    try {
      return new Opened(connect(path, true), Optional.empty());
    } catch (SQLiteException e) {
      if (!needsToWrite(e)) {
        throw e;
      }
      return openCopy();
    }
  }

  private static Connection connect(Path file, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private boolean needsToWrite(SQLiteException failure) {
    boolean hasLog = LOGS.stream().anyMatch(log -> Files.exists(beside(path, log)));
    return hasLog
        && switch (primary(failure)) {
          case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_IOERR, SQLITE_PERM -> true;
          default -> false;
        };
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private Opened openCopy() throws SQLException {
    Path folder = copyFolder();
    try {
      return new Opened(connect(copyInto(folder), false), Optional.of(folder));
    } catch (SQLException | StackException e) {
      FolderTree.delete(folder);
      throw e;
    }
  }

  private Path copyFolder() {
    try {
      return Files.createTempDirectory("parley-import");
    } catch (IOException e) {
      throw notCopied(e);
    }
  }

  private Path copyInto(Path folder) {
    Path copy = folder.resolve("chat.db");
    try {
      Files.copy(path, copy);
      for (String log : LOGS) {
        if (Files.exists(beside(path, log))) {
          Files.copy(beside(path, log), beside(copy, log));
        }
      }
      return copy;
    } catch (IOException e) {
      throw notCopied(e);
    }
  }

  private StackException notCopied(IOException e) {
    return new StackException(
        "%s cannot be copied to read it: %s.".formatted(path, IoReason.of(e)), e);
  }

  /** What is wrong with the file, and what to do. */
  StackException explained(SQLiteException failure) {
    return new StackException(
        switch (primary(failure)) {
          case SQLITE_BUSY, SQLITE_LOCKED ->
              "Nothing was imported: %s is locked by another program. Stop the first chat, and try again."
                  .formatted(path);
          case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED.formatted(path);
          default ->
              "Nothing was imported: %s cannot be read (%s)."
                  .formatted(path, failure.getResultCode().message);
        },
        failure);
  }

  private static SQLiteErrorCode primary(SQLiteException failure) {
    return SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xFF);
  }
}
