package dev.parley.tools.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a backup, even while people chat. One transaction reads all tables as of one moment and
 * blocks nobody. The file appears when it is complete, and only its owner can read it.
 */
public final class Backup {

  private Backup() {}

  /** What the file contains now. */
  public static BackupContents write(DataFolder folder, Path file) {
    requireWritable(file);
    Path fresh = create(file);
    try (DatabaseAccess database = DatabaseAccess.open(folder);
        Connection connection = database.connect()) {
      BackupContents contents = write(connection, fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return contents;
    } catch (IOException e) {
      throw new StackException("The backup failed: %s.".formatted(IoReason.of(e)), e);
    } catch (SQLException e) {
      throw new StackException("The backup failed: " + e.getMessage(), e);
    } finally {
      deleteIfLeft(fresh);
    }
  }

  /** A move would also replace an empty folder or a device. */
  private static void requireWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw new StackException("%s is a folder: name a file in it.".formatted(file));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new StackException("%s is no file that can be replaced.".formatted(file));
    }
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new StackException(
          "There is no folder %s: make it first (mkdir -p)."
              .formatted(file.toAbsolutePath().getParent()));
    }
  }

  private static Path create(Path file) {
    try {
      return Files.createTempFile(
          file.toAbsolutePath().getParent(),
          file.getFileName().toString(),
          ".part",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new StackException("%s cannot be written: %s.".formatted(file, IoReason.of(e)), e);
    }
  }

  private static void deleteIfLeft(Path fresh) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      throw new StackException("%s could not be deleted: %s.".formatted(fresh, IoReason.of(e)), e);
    }
  }

  static BackupContents write(Connection connection, Path file) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      Manifest manifest = writeTables(connection, zip);
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsBytes(manifest));
      zip.closeEntry();
      return manifest.contents();
    } finally {
      connection.rollback();
    }
  }

  /**
   * Reads sequences last, because they are not part of the transaction and must not be behind the
   * rows.
   */
  private static Manifest writeTables(Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    Catalog catalog = new Catalog(connection);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Manifest.Table> tables = new ArrayList<>();
    for (Catalog.Table table : catalog.tables()) {
      zip.putNextEntry(new ZipEntry(table.schema() + "/" + table.name() + ".copy"));
      tables.add(new TableCopy(connection, table).writeTo(zip));
      zip.closeEntry();
    }
    return new Manifest(
        Manifest.FORMAT, now.toString(), catalog.schemas(), tables, catalog.sequences());
  }
}
