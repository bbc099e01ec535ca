package dev.parley.stack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real PostgreSQL, run from an embedded binary. A commit that it confirmed is on disk: fsync and
 * synchronous_commit are on, which the embedded binary switches off by itself.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final EmbeddedPostgres server;
  private final Path data;

  private LocalPostgres(EmbeddedPostgres server, Path data) {
    this.server = server;
    this.data = data;
  }

  /**
   * Starts on this data directory, and creates the database cluster where there is none.
   *
   * @param port 0 for any free one
   */
  public static LocalPostgres start(Path data, int port) {
    try {
      Files.createDirectories(data);
      return new LocalPostgres(
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(port)
              .setPGStartupWait(START_LIMIT)
              .setRegisterShutdownHook(false)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("timezone", "UTC")
              .start(),
          data);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start on " + data, e);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  public String username() {
    return "postgres";
  }

  public int port() {
    return server.getPort();
  }

  /** The postmaster's, from the file that PostgreSQL keeps in its data directory. */
  public long pid() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not run on " + data, e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}
