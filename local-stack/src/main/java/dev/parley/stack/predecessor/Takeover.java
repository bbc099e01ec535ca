package dev.parley.stack.predecessor;

import dev.parley.protocol.User;
import dev.parley.stack.StackException;
import dev.parley.stack.backup.Migrations;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;

/**
 * Imports the predecessor's database in one transaction, while Parley is stopped. A dry run does
 * all of it too, and takes it back.
 *
 * @param root the project's folder, with the services' migrations
 * @param progress takes one line for each step
 */
public record Takeover(Path root, DataFolder folder, Consumer<String> progress) {

  /**
   * What was imported.
   *
   * @param messages more than were read where some were too long for one
   * @param leftOut messages that were empty
   */
  public record Result(int users, long messages, long leftOut) {}

  /**
   * @param renames new names by the old ones
   * @throws StackException whose message says what to do; nothing was imported then
   */
  public Result of(Path file, Map<String, String> renames, boolean dryRun) {
    try (OldDatabase old = OldDatabase.open(file);
        FolderLock lock = FolderLock.take(folder)) {
      new LeftOvers(folder).end(lock, progress);
      try (LocalPostgres postgres = DatabaseAccess.launch(folder, folder.postgres())) {
        StackState.Database database = LocalPostgres.database(postgres.port(), postgres.password());
        migrate(database);
        return run(old, database, new AccountPlan(renames), dryRun);
      }
    } catch (SQLException | IOException | FlywayException e) {
      throw new StackException("Nothing was imported: " + e.getMessage(), e);
    }
  }

  /** As a start would; in a new folder this makes the tables. */
  private void migrate(StackState.Database database) throws IOException {
    Path workspace = Files.createTempDirectory(folder.path(), "migrations");
    try {
      new Migrations(root).applyAll(database, workspace);
    } finally {
      FolderTree.delete(workspace);
    }
  }

  private Result run(
      OldDatabase old, StackState.Database database, AccountPlan plan, boolean dryRun)
      throws SQLException {
    try (Connection connection = DatabaseAccess.connect(database)) {
      connection.setAutoCommit(false);
      Result result = write(old, connection, plan);
      if (dryRun) {
        connection.rollback();
      } else {
        connection.commit();
      }
      return result;
    }
  }

  private Result write(OldDatabase old, Connection connection, AccountPlan plan)
      throws SQLException {
    requireNoMessages(connection);
    NewAccounts accounts = new NewAccounts(connection);
    Map<Long, User> users = accounts.insert(plan.of(old.users(), accounts::exists));
    progress.accept(String.format(Locale.ROOT, "  %d users", users.size()));
    try (NewMessages messages = new NewMessages(connection, users)) {
      MessageProgress told = new MessageProgress(old.messageCount(), progress);
      old.readMessages(
          message -> {
            messages.write(message);
            told.oneMore();
          });
      messages.finish();
      return new Result(users.size(), messages.written(), messages.leftOut());
    }
  }

  /** Older messages cannot come after newer ones: a conversation has one order. */
  private static void requireNoMessages(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM history.messages)")) {
      row.next();
      if (row.getBoolean(1)) {
        throw new StackException(
            "Nothing was imported: there are messages here already, and older ones cannot be put before them. Import into a new folder with --data DIR. If the file was imported before, there is nothing left to do.");
      }
    }
  }
}
