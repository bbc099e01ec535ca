package dev.parley.testing;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An empty PostgreSQL from the embedded binary, for tests that kill it or begin with an old schema.
 * Everybody else takes {@link RealServers}.
 *
 * @param folder a temporary folder with its files and logs
 */
public record TestingPostgres(LocalPostgres server, Path folder) implements AutoCloseable {

  static final String PASSWORD = "for-tests-only";

  /** Made once in each JVM, because Quarkus starts the servers for each profile. */
  private static Path empty;

  /** Starts it, and waits until it is ready. */
  public static TestingPostgres start() {
    Path folder = temporaryFolder();
    copyEmpty(folder.resolve("postgres"));
    return new TestingPostgres(launch(folder).awaitReady(), folder);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void copyEmpty(Path target) {
    if (empty == null) {
      Path folder = temporaryFolder();
      launch(folder).awaitReady().close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> FolderTree.delete(folder)));
      empty = folder.resolve("postgres");
    }
    try (Stream<Path> files = Files.walk(empty)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(
            file,
            target.resolve(empty.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalPostgres launch(Path folder) {
    return LocalPostgres.launch(
        folder.resolve("postgres"),
        FreePort.find(),
        PASSWORD,
        false,
        folder.resolve("postgres.log"),
        event -> {});
  }

  /** The Quarkus properties with its address. */
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url", server.jdbcUrl(),
        "quarkus.datasource.username", server.username(),
        "quarkus.datasource.password", server.password());
  }

  /** The caller closes it. No time limit of the role applies to it. */
  public Connection connect() throws SQLException {
    String unlimited =
        "?options=-c%20statement_timeout=0%20-c%20lock_timeout=2s"
            + "%20-c%20idle_in_transaction_session_timeout=0";
    return DriverManager.getConnection(
        server.jdbcUrl() + unlimited, server.username(), server.password());
  }

  @Override
  public void close() {
    server.close();
    FolderTree.delete(folder);
  }
}
