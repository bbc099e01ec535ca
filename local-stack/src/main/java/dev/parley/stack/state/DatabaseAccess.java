package dev.parley.stack.state;

import dev.parley.stack.StackException;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import dev.parley.stack.process.LogFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The database of a data folder, whether a stack runs on it or not. If none does, PostgreSQL alone
 * runs until {@link #close()}.
 */
public final class DatabaseAccess implements AutoCloseable {

  private final StackState.Database database;
  private final Runnable close;

  private DatabaseAccess(StackState.Database database, Runnable close) {
    this.database = database;
    this.close = close;
  }

  public static DatabaseAccess open(DataFolder folder) {
    return FolderLock.tryTake(folder)
        .map(lock -> alone(folder, lock))
        .orElseGet(() -> ofRunningStack(folder));
  }

  private static DatabaseAccess ofRunningStack(DataFolder folder) {
    return folder
        .state()
        .read()
        .filter(StackState::ready)
        .map(state -> new DatabaseAccess(state.postgres(), () -> {}))
        .orElseThrow(
            () ->
                new StackException(
                    "Parley is starting or stopping right now: try again in a moment."));
  }

  private static DatabaseAccess alone(DataFolder folder, FolderLock lock) {
    try {
      new LeftOvers(folder).end(lock, line -> {});
      LocalPostgres postgres = launch(folder, folder.postgres());
      return new DatabaseAccess(
          LocalPostgres.database(postgres.port(), postgres.password()),
          () -> {
            postgres.close();
            lock.close();
          });
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Starts PostgreSQL on these files, with the folder's password. The caller holds the lock. */
  public static LocalPostgres launch(DataFolder folder, Path files) {
    Optional<Secrets> known = folder.secrets();
    Secrets secrets = known.orElseGet(folder::newSecrets);
    Path log = folder.log("postgres");
    new LogFile(log).rotate();
    LocalPostgres postgres =
        LocalPostgres.launch(
            files, FreePort.find(), secrets.postgresPassword(), known.isEmpty(), log, event -> {});
    try {
      return postgres.awaitReady();
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /** The caller closes it. Times are in UTC. */
  public Connection connect() throws SQLException {
    return connect(database);
  }

  public static Connection connect(StackState.Database database) throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    try (var statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
    }
    return connection;
  }

  @Override
  public void close() {
    close.run();
  }
}
