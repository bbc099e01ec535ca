package dev.parley.tools.backup;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.stack.state.FolderLock;
import dev.parley.stack.state.LeftOvers;
import dev.parley.stack.state.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.api.FlywayException;

/**
 * Restores a backup. It builds the database beside the present one, which it replaces once every
 * row is in it and was read back. So a restore that fails changes nothing.
 *
 * @param root the project's folder, with the services' migrations
 */
public record Restore(Path root, DataFolder folder) {

  /**
   * Returns what was restored. If there is no folder, it makes one after it has checked the file.
   *
   * @param mayReplace is only asked if there is data already
   */
  public BackupContents from(Path file, BooleanSupplier mayReplace) {
    try (BackupFile backup = BackupFile.open(file)) {
      DataFolder.prepare(folder.path());
      return from(backup, mayReplace);
    }
  }

  private BackupContents from(BackupFile backup, BooleanSupplier mayReplace) {
    try (FolderLock lock = FolderLock.take(folder)) {
      new LeftOvers(folder).end(lock, line -> {});
      if (folder.hasDatabase() && !mayReplace.getAsBoolean()) {
        throw new StackException("Nothing was changed.");
      }
      buildBeside(backup);
      takePlace();
      return backup.manifest().contents();
    }
  }

  private Path fresh() {
    return folder.path().resolve("postgres.restored");
  }

  private void buildBeside(BackupFile backup) {
    FolderTree.delete(fresh());
    boolean complete = false;
    try (LocalPostgres postgres = DatabaseAccess.launch(folder, fresh())) {
      build(backup, LocalPostgres.database(postgres.port(), postgres.password()));
      complete = true;
    } catch (IOException e) {
      throw new StackException(
          "The restore failed, and changed nothing: %s.".formatted(IoReason.of(e)), e);
    } catch (SQLException | FlywayException e) {
      throw new StackException("The restore failed, and changed nothing: " + e.getMessage(), e);
    } finally {
      if (!complete) {
        FolderTree.delete(fresh());
      }
    }
  }

  private void build(BackupFile backup, StackState.Database database)
      throws SQLException, IOException {
    migrate(backup.manifest(), database);
    try (Connection connection = DatabaseAccess.connect(database)) {
      new Loading(backup, connection).run();
    }
  }

  private void migrate(Manifest manifest, StackState.Database database) throws IOException {
    Path workspace = Files.createTempDirectory(folder.path(), "migrations");
    try {
      manifest.schemas().forEach(schema -> new Migrations(root).apply(schema, database, workspace));
    } finally {
      FolderTree.delete(workspace);
    }
  }

  private void takePlace() {
    Path replaced = folder.path().resolve("postgres.replaced");
    try {
      FolderTree.delete(replaced);
      if (folder.hasDatabase()) {
        Files.move(folder.postgres(), replaced);
      }
      Files.move(fresh(), folder.postgres());
      FolderTree.delete(replaced);
    } catch (IOException e) {
      throw new StackException(
          "The restored database %s could not be moved to %s: move it yourself."
              .formatted(fresh(), folder.postgres()),
          e);
    }
  }
}
