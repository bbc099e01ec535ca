package dev.parley.testing;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import dev.parley.stack.redis.LocalRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** Servers from the embedded binaries that the local stack uses. */
record EmbeddedServers(LocalPostgres postgres, LocalRedis redis, Path folder)
    implements RealServers.Servers {

  private static final String PASSWORD = "for-tests-only";

  /**
   * Empty PostgreSQL files, made once in each JVM, because Quarkus starts the servers for each
   * profile.
   */
  private static Path empty;

  @SuppressWarnings("resource") // closed by close()
  static EmbeddedServers start() {
    Path folder = temporaryFolder();
    LocalRedis redis =
        LocalRedis.launch(FreePort.find(), PASSWORD, folder.resolve("redis.log"), event -> {});
    copyEmpty(folder.resolve("postgres"));
    LocalPostgres postgres = launch(folder);
    return new EmbeddedServers(postgres.awaitReady(), redis.awaitReady(), folder);
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

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.username", postgres.username(),
        "quarkus.datasource.password", postgres.password(),
        "quarkus.redis.hosts", redis.url());
  }

  @Override
  public void close() {
    redis.close();
    postgres.close();
    FolderTree.delete(folder);
  }
}
