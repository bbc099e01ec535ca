package dev.parley.tools.predecessor;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.stack.state.FolderLock;
import dev.parley.stack.state.LeftOvers;
import dev.parley.stack.state.StackState;
import dev.parley.tools.backup.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;

/**
 * Imports the predecessor's database while Parley is stopped. One transaction imports all of it or
 * nothing, even if the process is killed. A dry run does the same in a separate database.
 *
 * @param root the project's folder, with the services' migrations
 * @param progress takes one line for each step
 */
public record Takeover(Path root, DataFolder folder, Consumer<String> progress) {

  /**
   * What was imported.
   *
   * @param messages more than were read if some were too long for one
   * @param changes what was left out or is not as it was, in lines to be shown
   */
  public record Result(long users, long messages, List<String> changes) {}

  /**
   * @throws StackException its message says what to do; nothing was imported
   */
  public Result of(Path file, TakeoverOptions options) {
    Instant now = Instant.now();
    try (OldDatabase old = OldDatabase.open(file, now)) {
      return options.dryRun() ? attempt(old, options) : perform(old, options);
    } catch (IOException e) {
      throw new StackException("Nothing was imported: %s.".formatted(IoReason.of(e)), e);
    } catch (SQLException | FlywayException e) {
      throw new StackException("Nothing was imported: " + e.getMessage(), e);
    }
  }

  private Result perform(OldDatabase old, TakeoverOptions options)
      throws SQLException, IOException {
    DataFolder.prepare(folder.path());
    try (FolderLock lock = FolderLock.take(folder)) {
      new LeftOvers(folder).end(lock, progress);
      boolean isNew = !folder.hasDatabase();
      boolean complete = false;
      try (LocalPostgres postgres = DatabaseAccess.launch(folder, folder.postgres())) {
        Result result = commit(old, database(postgres), options);
        complete = true;
        return result;
      } finally {
        if (isNew && !complete) {
          FolderTree.delete(folder.postgres());
        }
      }
    }
  }

  private Result commit(OldDatabase old, StackState.Database database, TakeoverOptions options)
      throws SQLException, IOException {
    migrate(database, folder);
    try (Connection connection = DatabaseAccess.connect(database)) {
      Result result = new Transfer(old, connection, options, progress).run();
      connection.commit();
      return result;
    }
  }

  private Result attempt(OldDatabase old, TakeoverOptions options)
      throws SQLException, IOException {
    try (ScratchFolder scratch = ScratchFolder.open()) {
      migrate(database(scratch.postgres()), scratch.folder());
      try (Connection connection = DatabaseAccess.connect(database(scratch.postgres()))) {
        new PresentAccounts(folder).copyTo(connection);
        return new Transfer(old, connection, options, progress).run();
      }
    }
  }

  private static StackState.Database database(LocalPostgres postgres) {
    return LocalPostgres.database(postgres.port(), postgres.password());
  }

  /** Migrates as a start would; in a new folder this makes the tables. */
  private void migrate(StackState.Database database, DataFolder of) throws IOException {
    Path workspace = Files.createTempDirectory(of.path(), "migrations");
    try {
      new Migrations(root).applyAll(database, workspace);
    } finally {
      FolderTree.delete(workspace);
    }
  }
}
