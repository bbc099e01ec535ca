package dev.parley.history.append;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL that a test may kill and start again, and no Redis at all. */
public class RestartablePostgres implements QuarkusTestResourceLifecycleManager {

  private static final String NO_REDIS = "redis://localhost:1";

  private Path folder;
  private LocalPostgres postgres;

  @Override
  public Map<String, String> start() {
    folder = temporaryFolder();
    postgres =
        LocalPostgres.launch(
                folder.resolve("postgres"),
                FreePort.find(),
                "for-tests-only",
                false,
                folder.resolve("postgres.log"),
                event -> {})
            .awaitReady();
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.username", postgres.username(),
        "quarkus.datasource.password", postgres.password(),
        "quarkus.redis.hosts", NO_REDIS);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-test-restart");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RestartablePostgres.class));
  }

  /** As a power cut would: the server has no moment to finish anything. */
  void kill() {
    postgres.kill();
  }

  void startAgain() {
    postgres.restart();
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
      FolderTree.delete(folder);
    }
  }
}
