package dev.parley.testing;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import dev.parley.stack.redis.LocalRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The embedded binaries that the local stack runs on. */
record EmbeddedServers(LocalPostgres postgres, LocalRedis redis, Path folder)
    implements RealServers.Servers {

  private static final String PASSWORD = "for-tests-only";

  @SuppressWarnings("resource") // closed by close()
  static EmbeddedServers start() {
    Path folder = temporaryFolder();
    LocalRedis redis =
        LocalRedis.launch(FreePort.find(), PASSWORD, folder.resolve("redis.log"), event -> {});
    LocalPostgres postgres =
        LocalPostgres.launch(
            folder.resolve("postgres"),
            FreePort.find(),
            PASSWORD,
            false,
            folder.resolve("postgres.log"),
            event -> {});
    return new EmbeddedServers(postgres.awaitReady(), redis.awaitReady(), folder);
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
